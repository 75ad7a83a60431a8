package main

import "northwind.example/parcel-tracking/internal/carriers"

func main() {
	carriers.Follow(carriers.Post{})
}
