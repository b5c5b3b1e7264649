// Gopeer times one Go converter on a file, in process.
//
//	gopeer PEER SCHEME FILE SIZE
//
// PEER is ours, append (into a buffer that is used again), contextual, gocc, longbridge, or table: a pass over the runes
// with a table of 65536 entries, the floor of what a conversion by characters
// costs. It converts FILE in parts of SIZE bytes (0: as a whole) again and again
// for some seconds, and prints the time to load and convert one character, the
// best time for FILE, both in nanoseconds, the bytes that came out, and the
// allocations and the allocated bytes of the last round for each part.
//
// Times are those that the process got of the processors, all its threads
// together: garbage collection counts, and what else the machine does counts
// little.
package main

import (
	"fmt"
	"log"
	"os"
	"runtime"
	"strconv"
	"syscall"
	"time"
	"unicode/utf8"

	"github.com/liuzl/gocc"
	"github.com/longbridgeapp/opencc"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/contextual"
)

// budget is for how long rounds go on; there is at least one.
const budget = 2 * time.Second

func main() {
	log.SetFlags(0)
	log.SetPrefix("gopeer: ")
	if len(os.Args) != 5 {
		log.Fatal("usage: gopeer PEER SCHEME FILE SIZE")
	}
	start := used()
	c, err := open(os.Args[1], os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	c("汉")
	load := used() - start
	data, err := os.ReadFile(os.Args[3])
	if err != nil {
		log.Fatal(err)
	}
	size, err := strconv.Atoi(os.Args[4])
	if err != nil {
		log.Fatal(err)
	}
	r := race(c, cut(string(data), size))
	fmt.Println(load.Nanoseconds(), r.best.Nanoseconds(), r.out, r.allocs, r.bytes)
}

// used returns the processor time of the process.
func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		log.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// cut returns text in parts of at least size bytes, whole runes.
func cut(text string, size int) []string {
	if size == 0 {
		return []string{text}
	}
	var parts []string
	for text != "" {
		n := min(size, len(text))
		for n < len(text) && !utf8.RuneStart(text[n]) {
			n++
		}
		parts = append(parts, text[:n])
		text = text[n:]
	}
	return parts
}

// result is what a race gave.
type result struct {
	best          time.Duration
	out           int
	allocs, bytes uint64 // of one part
}

func race(c func(string) int, parts []string) result {
	var r result
	for start := time.Now(); r.out == 0 || time.Since(start) < budget; {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r.out = 0
		round := used()
		for _, p := range parts {
			r.out += c(p)
		}
		d := used() - round
		runtime.ReadMemStats(&after)
		r.allocs = (after.Mallocs - before.Mallocs) / uint64(len(parts))
		r.bytes = (after.TotalAlloc - before.TotalAlloc) / uint64(len(parts))
		if r.best == 0 || d < r.best {
			r.best = d
		}
	}
	return r
}

// open returns a function that converts a text and returns the length of the
// result.
func open(peer, scheme string) (func(string) int, error) {
	switch peer {
	case "ours":
		return ours(scheme, nil)
	case "append":
		return appending(scheme)
	case "contextual":
		return ours(scheme, &convert.Options{Borders: contextual.New()})
	case "gocc":
		c, err := gocc.New(scheme)
		return strings(c, err)
	case "longbridge":
		c, err := opencc.New(scheme)
		return strings(c, err)
	case "table":
		return table(scheme)
	}
	return nil, fmt.Errorf("unknown peer %q", peer)
}

// strings uses one of the ports.
func strings[C interface{ Convert(string) (string, error) }](c C, err error) (func(string) int, error) {
	return func(s string) int {
		out, _ := c.Convert(s)
		return len(out)
	}, err
}

func ours(scheme string, opts *convert.Options) (func(string) int, error) {
	s, err := convert.ParseScheme(scheme)
	if err != nil {
		return nil, err
	}
	c, err := convert.New(s, opts)
	return func(s string) int { return len(c.String(s)) }, err
}

// appending converts into one buffer.
func appending(scheme string) (func(string) int, error) {
	s, err := convert.ParseScheme(scheme)
	if err != nil {
		return nil, err
	}
	c, err := convert.New(s, nil)
	var src, buf []byte
	return func(s string) int {
		src = append(src[:0], s...)
		buf = c.Append(buf[:0], src)
		return len(buf)
	}, err
}

// table converts each rune by itself.
func table(scheme string) (func(string) int, error) {
	s, err := convert.ParseScheme(scheme)
	if err != nil {
		return nil, err
	}
	c, err := convert.New(s, nil)
	if err != nil {
		return nil, err
	}
	var runes [65536]rune
	for r := range runes {
		runes[r] = rune(r)
		if got := []rune(c.String(string(rune(r)))); len(got) == 1 {
			runes[r] = got[0]
		}
	}
	var buf []byte
	return func(s string) int {
		buf = buf[:0]
		for _, r := range s {
			if r < 65536 {
				r = runes[r]
			}
			buf = utf8.AppendRune(buf, r)
		}
		return len(buf)
	}, nil
}
