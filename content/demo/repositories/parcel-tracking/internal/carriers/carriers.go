package carriers

// Carrier tells where a parcel is.
type Carrier interface {
	Locate(parcel string) (State, error)
}

// State is what customers are told.
type State string

// Follow asks a carrier for ever.
func Follow(carrier Carrier) {
	for {
		carrier.Locate("")
	}
}
