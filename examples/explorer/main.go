// Explorer serves a local web page on which a person reads plans: outline,
// items with departments, terms, targets and references marked, a heat map of
// departments by sections, search, and a switch between scripts. Files can be
// dropped on the page. Without a file it shows the embedded plan.
//
//	explorer [-addr 127.0.0.1:0] [FILE…]
//
// The first line on standard output is the page's address. It listens on
// loopback addresses only.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"time"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/seeds"
)

func main() { cli.Main("explorer", run) }

func run(args []string, in io.Reader, out, errs io.Writer) error {
	flags := cli.Flags("explorer", "[-addr 127.0.0.1:0] [FILE…]", errs)
	addr := flags.String("addr", "127.0.0.1:0", "address to listen on; a loopback address")
	if err := cli.Parse(flags, args); err != nil {
		return err
	}
	site, err := open(flags.Args(), in)
	if err != nil {
		return err
	}
	listener, err := listen(*addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "http://%s/\n", listener.Addr())
	if f, ok := out.(interface{ Flush() error }); ok {
		if err := f.Flush(); err != nil {
			return err
		}
	}
	server := &http.Server{
		Handler: site.handler(), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: time.Minute,
		MaxHeaderBytes: 1 << 16,
	}
	return server.Serve(listener)
}

// open reads the named files, or takes the embedded plan.
func open(names []string, in io.Reader) (*site, error) {
	s, err := newSite()
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		s.add("bridgehead", plan.Bridgehead(), seeds.Bridgehead().Text)
		return s, nil
	}
	err = cli.EachFile(names, in, func(f cli.File) error {
		data, err := io.ReadAll(f)
		if err != nil {
			return err
		}
		p, err := plan.Read(bytes.NewReader(data), nil)
		if err == nil {
			s.add(filepath.Base(f.Name), p, string(data))
		}
		return err
	})
	return s, err
}

var errNotLoopback = errors.New("the address must be a loopback address, such as 127.0.0.1:0")

// listen opens addr, which must be on the loopback interface.
func listen(addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, cli.Usagef("-addr: %v", err)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, cli.Usagef("-addr: %v", errNotLoopback)
	}
	return net.Listen("tcp", addr)
}
