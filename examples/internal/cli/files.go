package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// A File is an input of a program: a named file, or standard input as "-".
type File struct {
	Name string
	io.Reader
}

// EachFile calls do for each of names in order, and for standard input where
// a name is "-". Without names it calls do for standard input alone. It stops
// at the first error. An error to open a file says which, without the
// operation ("open").
func EachFile(names []string, in io.Reader, do func(File) error) error {
	if len(names) == 0 {
		names = []string{"-"}
	}
	for _, name := range names {
		if err := withFile(name, in, do); err != nil {
			return err
		}
	}
	return nil
}

func withFile(name string, in io.Reader, do func(File) error) error {
	if name == "-" {
		return do(File{Name: name, Reader: in})
	}
	f, err := os.Open(name)
	if err != nil {
		return &fileError{name, cause(err)}
	}
	defer func() { _ = f.Close() }() // read only: nothing is lost
	if err := do(File{Name: name, Reader: f}); err != nil {
		return &fileError{name, cause(err)}
	}
	return nil
}

// cause strips the operation and the path from a file system error.
func cause(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}

// fileError puts a file's name before what is wrong with it.
type fileError struct {
	name string
	err  error
}

func (e *fileError) Error() string { return e.name + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }
