// ParkingCards
