// Command foldgen writes the table of convert.FoldRune and the character lists
// of convert.Detect, from OpenCC's dictionaries and from Unicode's data as
// golang.org/x/text and the standard library have it.
//
// Usage, from the folder of package convert:
//
//	go run ./foldgen [-tarball FILE]
//
// Without -tarball it fetches the npm package with npm, into a temporary folder.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
)

func main() {
	tarball := flag.String("tarball", "", "the npm package, instead of fetching it")
	flag.Parse()
	log.SetFlags(0)
	if err := run(*tarball); err != nil {
		log.Fatal("foldgen: ", err)
	}
}

func run(tarball string) error {
	dicts, err := loadDictionaries(tarball)
	if err != nil {
		return err
	}
	fold, err := newFolding(dicts)
	if err != nil {
		return err
	}
	source, err := foldSource(fold)
	if err != nil {
		return err
	}
	if err := writeFile("fold_table.go", source); err != nil {
		return err
	}
	if source, err = marksSource(scriptMarks(dicts)); err != nil {
		return err
	}
	if err := writeFile("detect_table.go", source); err != nil {
		return err
	}
	counts, err := loadCounts()
	if err != nil {
		return err
	}
	return writeFile("contextual/words.bin", wordImage(selectWords(counts, dicts, fold)))
}

// writeFile replaces name, which lies in the folder of package convert.
func writeFile(name string, source []byte) error {
	if err := os.WriteFile(name, source, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
