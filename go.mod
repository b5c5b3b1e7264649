module github.com/qiaotoubao/fangan

go 1.26.0

require (
	github.com/go-ego/gse v1.0.2
	github.com/stretchr/testify v1.11.1
	golang.org/x/text v0.44.0
)

require (
	github.com/davecgh/go-spew v1.1.1 // indirect
	github.com/pmezard/go-difflib v1.0.0 // indirect
	github.com/vcaesar/cedar v0.30.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)
