// Ours converts standard input by one scheme, as a whole, for the differential
// test.
//
//	ours SCHEME
package main

import (
	"io"
	"log"
	"os"

	"github.com/qiaotoubao/fangan/convert"
)

func main() {
	log.SetFlags(0)
	scheme, err := convert.ParseScheme(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	c, err := convert.New(scheme, nil)
	if err != nil {
		log.Fatal(err)
	}
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := os.Stdout.Write(c.Append(nil, text)); err != nil {
		log.Fatal(err)
	}
}
