module github.com/qiaotoubao/fangan/bench/gazetteer

go 1.26.0

replace github.com/qiaotoubao/fangan => ../..

require (
	github.com/BobuSumisu/aho-corasick v1.0.3
	github.com/cloudflare/ahocorasick v0.0.0-20240916140611-054963ec9396
	github.com/petar-dambovaliev/aho-corasick v0.0.0-20250424160509-463d218d4745
	github.com/qiaotoubao/fangan v0.0.0
)

require golang.org/x/text v0.44.0 // indirect
