module github.com/qiaotoubao/fangan/bench/charset

go 1.26.0

replace github.com/qiaotoubao/fangan => ../..

require (
	github.com/gogs/chardet v0.0.0-20211120154057-b7413eaefb8f
	github.com/qiaotoubao/fangan v0.0.0
	github.com/wlynxg/chardet v1.0.5
	golang.org/x/net v0.62.0
	golang.org/x/text v0.44.0
)
