// Gen compiles OpenCC's dictionaries into the tables that the package
// convert/internal/tables embeds. It takes the source from the npm package named below, which it gets
// with "npm pack", or from a tarball that is given to it.
//
//	cd internal/tables && go run ../../gen [-tarball opencc-1.4.2.tgz]
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"testing/fstest"
)

// The source.
const (
	name      = "opencc"
	version   = "1.4.2"
	integrity = "sha512-fAo8GJy0XhFyw9zIsEHmEVKL+qK8qbw0hcCjqKN5cn2UA7FPOU6b13xpqpSUf8mLNLhBMmIVZu6J+fEjJ2KcyQ=="
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	tarball := flag.String("tarball", "", "the npm package, instead of getting it")
	flag.Parse()
	if err := run(*tarball); err != nil {
		log.Fatal(err)
	}
}

func run(tarball string) error {
	data, err := source(tarball)
	if err != nil {
		return err
	}
	files, err := unpack(data)
	if err != nil {
		return err
	}
	tables, specs, err := compile(files)
	if err != nil {
		return err
	}
	return write(tables, specs)
}

// source returns the bytes of the tarball, which must be the known ones.
func source(tarball string) ([]byte, error) {
	if tarball == "" {
		dir, err := os.MkdirTemp("", "opencc")
		if err != nil {
			return nil, err
		}
		defer func() { _ = os.RemoveAll(dir) }()
		cmd := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, name+"@"+version)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("npm pack: %w", err)
		}
		tarball = filepath.Join(dir, name+"-"+version+".tgz")
	}
	data, err := os.ReadFile(tarball)
	if err != nil {
		return nil, err
	}
	sum := sha512.Sum512(data)
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:]); got != integrity {
		return nil, fmt.Errorf("%s is not %s %s: its sum is %s", tarball, name, version, got)
	}
	return data, nil
}

// unpack returns the files of the tarball under its folder data.
func unpack(data []byte) (fs.FS, error) {
	zr, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	files := fstest.MapFS{}
	for r := tar.NewReader(zr); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return fs.Sub(files, "package/data")
		}
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		files[h.Name] = &fstest.MapFile{Data: content}
	}
}
