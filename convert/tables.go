package convert

//go:generate go run ./gen

// spec tells which tables a scheme uses, by their numbers in tables; 0 is none.
type spec struct {
	norm, seg uint8
	chain     []uint8
	common    []uint8 // the chain without characters that most fonts lack
	choices   []uint8 // for each step, the characters that have several forms
	fused     bool    // the first step of the chain tells the segments
	inert     uint8   // number of the flag by which it tells what step two leaves alone
}
