// Package cli holds what the example programs share: how they read their
// files, end, and lay out text for a terminal.
package cli

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

// A Command is one example program without its process: tests run it with
// streams of their own.
type Command func(args []string, in io.Reader, out, errs io.Writer) error

// Main runs a command with the process's arguments and streams and ends the
// process: with 0, with 2 where the command line is wrong, and with 1 and one
// line on standard error on any other error. Output is buffered unless it goes
// to a terminal.
func Main(name string, run Command) {
	out := io.Writer(os.Stdout)
	flush := func() error { return nil }
	if !IsTerminal(os.Stdout) {
		buffered := bufio.NewWriterSize(os.Stdout, 1<<16)
		out, flush = buffered, buffered.Flush
	}
	err := run(os.Args[1:], os.Stdin, out, os.Stderr)
	if flushErr := flush(); err == nil {
		err = flushErr
	}
	os.Exit(Status(name, err, os.Stderr))
}

// Status returns the exit status for err and says what is wrong on errs.
func Status(name string, err error, errs io.Writer) int {
	var usage *UsageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.As(err, &usage):
		if !usage.Said {
			fmt.Fprintf(errs, "%s: %v\n", name, err)
		}
		return 2
	default:
		fmt.Fprintf(errs, "%s: %v\n", name, err)
		return 1
	}
}

// UsageError reports a wrong command line.
type UsageError struct {
	Err  error
	Said bool // the flag package has printed it already
}

// Usagef returns a UsageError with a formatted message.
func Usagef(format string, args ...any) error {
	return &UsageError{Err: fmt.Errorf(format, args...)}
}

func (e *UsageError) Error() string { return e.Err.Error() }

// Unwrap returns the error behind e.
func (e *UsageError) Unwrap() error { return e.Err }

// Flags returns a flag set that prints to errs and whose usage line is line.
func Flags(name, line string, errs io.Writer) *flag.FlagSet {
	set := flag.NewFlagSet(name, flag.ContinueOnError)
	set.SetOutput(errs)
	set.Usage = func() {
		fmt.Fprintf(errs, "usage: %s %s\n", name, line)
		set.PrintDefaults()
	}
	return set
}

// Parse parses args into set; an error is a [UsageError] or [flag.ErrHelp].
func Parse(set *flag.FlagSet, args []string) error {
	err := set.Parse(args)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return err
	}
	return &UsageError{Err: err, Said: true}
}
