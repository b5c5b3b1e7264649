module github.com/qiaotoubao/fangan/bench/segment

go 1.26.0

replace github.com/qiaotoubao/fangan => ../..

require (
	github.com/go-ego/gse v1.0.2
	github.com/qiaotoubao/fangan v0.0.0
	github.com/yanyiwu/gojieba v1.4.6
)

require (
	github.com/vcaesar/cedar v0.30.0 // indirect
	golang.org/x/text v0.44.0 // indirect
)
