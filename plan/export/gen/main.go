// Command gen writes schema.json from the types that package plan writes as
// JSON: their fields, tags and comments are read from the source, the words of
// enums from their String methods. Run it by go generate in plan/export.
package main

import (
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	data, err := build("..")
	if err == nil {
		err = os.WriteFile("schema.json", data, 0o644)
	}
	if err != nil {
		log.Fatal("gen: ", err)
	}
}
