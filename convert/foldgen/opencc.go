package main

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// The npm package that the tables are made of, and the checksum that the
// registry gives for its tarball.
const (
	openccVersion   = "1.4.2"
	openccIntegrity = "fAo8GJy0XhFyw9zIsEHmEVKL+qK8qbw0hcCjqKN5cn2UA7FPOU6b13xpqpSUf8mLNLhBMmIVZu6J+fEjJ2KcyQ=="
)

// entry is one line of a dictionary: the first value is the conversion, the
// others are its alternatives.
type entry struct {
	key    string
	values []string
}

// dictionaries holds the entries of each dictionary, in file order, by its name
// without the extension.
type dictionaries map[string][]entry

// loadDictionaries reads OpenCC's text dictionaries from the tarball, which it
// fetches where the name is empty.
func loadDictionaries(tarball string) (dictionaries, error) {
	if tarball == "" {
		dir, err := os.MkdirTemp("", "foldgen")
		if err != nil {
			return nil, err
		}
		defer func() { _ = os.RemoveAll(dir) }()
		if tarball, err = fetch(dir); err != nil {
			return nil, err
		}
	}
	data, err := os.ReadFile(tarball)
	if err != nil {
		return nil, err
	}
	if sum := sha512.Sum512(data); base64.StdEncoding.EncodeToString(sum[:]) != openccIntegrity {
		return nil, fmt.Errorf("%s is not opencc %s: wrong checksum", tarball, openccVersion)
	}
	return readTarball(strings.NewReader(string(data)))
}

// fetch has npm put the package into dir, and returns the tarball's name.
func fetch(dir string) (string, error) {
	cmd := exec.Command("npm", "pack", "--silent", "opencc@"+openccVersion)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("npm pack: %w", err)
	}
	return filepath.Join(dir, "opencc-"+openccVersion+".tgz"), nil
}

func readTarball(r io.Reader) (dictionaries, error) {
	zr, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	dicts := dictionaries{}
	for tr := tar.NewReader(zr); ; {
		header, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return dicts, nil
		}
		if err != nil {
			return nil, err
		}
		dir, file := path.Split(header.Name)
		name, isText := strings.CutSuffix(file, ".txt")
		if dir != "package/data/dictionary/" || !isText {
			continue
		}
		text, err := io.ReadAll(tr)
		if err != nil {
			return nil, err
		}
		if dicts[name], err = parseDictionary(string(text)); err != nil {
			return nil, fmt.Errorf("%s: %w", header.Name, err)
		}
	}
}

// parseDictionary reads lines of a key, a tab, and values with spaces between.
func parseDictionary(text string) ([]entry, error) {
	var entries []entry
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, values, ok := strings.Cut(line, "\t")
		if !ok || key == "" || values == "" {
			return nil, fmt.Errorf("line %d: want a key, a tab and values", number)
		}
		entries = append(entries, entry{key, strings.Split(values, " ")})
	}
	return entries, nil
}
