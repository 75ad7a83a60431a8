module northwind.example/parcel-tracking

go 1.26
