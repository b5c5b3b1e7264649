// Gazetteer compares ways to find names of bodies in text: how fast, with how much
// memory, and how right.
//
//	go run . [-corpus DIR] [-rounds N]
//
// The text is that of the embedded plan, repeated, or the .txt files of DIR.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/seeds"
)

func main() {
	corpus := flag.String("corpus", "", "folder of .txt files")
	rounds := flag.Int("rounds", 5, "rounds, of which the best counts")
	flag.Parse()
	if err := run(*corpus, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func run(corpus string, rounds int) error {
	text, err := textOf(corpus)
	if err != nil {
		return err
	}
	fmt.Printf("%d bytes of text\n\n", len(text))
	fmt.Println("| | 65 names, MB/s | built in, ms | MiB | 5,000 names, MB/s | built in, ms | MiB | right | spurious | missed |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, p := range peers {
		fmt.Printf("| %s |", p.name)
		for _, names := range [][]string{seedNames(), madeNames(5000)} {
			if err := measure(p, bothScripts(p, names), text, rounds); err != nil {
				return err
			}
		}
		right, spurious, missed, err := judge(p)
		if err != nil {
			return err
		}
		fmt.Printf(" %d | %d | %d |\n", right, spurious, missed)
	}
	return nil
}

func textOf(corpus string) (string, error) {
	if corpus == "" {
		return strings.Repeat(seeds.Bridgehead().Text, 40), nil
	}
	files, err := filepath.Glob(filepath.Join(corpus, "*.txt"))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return "", err
		}
		b.Write(data)
	}
	if b.Len() == 0 {
		return "", fmt.Errorf("no text in %q", corpus)
	}
	return b.String(), nil
}

// seedNames are the names of the bodies of the embedded plan.
func seedNames() []string {
	var names []string
	for b := range department.Default().Bodies() {
		names = append(names, b.Name)
		if len(names) == 65 {
			break
		}
	}
	return names
}

// madeNames are the seed's names and those of bodies of made-up cities.
func madeNames(n int) []string {
	names := seedNames()
	first, second := "东西南北中安平长新永清泰和兴广宁金银青白", "山江河湖海州阳城港原川林溪岭峰池桥口关田"
	ends := strings.Fields("商务局 财政局 教育局 交通局 水务局 卫生局 文化局 旅游局 环保局 民政局 司法局 审计局 统计局 税务局 科技局")
	for _, a := range first {
		for _, b := range second {
			for _, end := range ends {
				if len(names) == n {
					return names
				}
				names = append(names, string([]rune{a, b})+"市"+end)
			}
		}
	}
	return names
}

// bothScripts adds the names in Traditional script for those that do not fold.
func bothScripts(p peer, names []string) []string {
	if strings.Contains(p.name, "department.") || strings.Contains(p.name, "segment.") {
		return names
	}
	c, err := convert.New(convert.S2T, nil)
	if err != nil {
		return names
	}
	all := names
	for _, name := range names {
		if hant := c.String(name); hant != name {
			all = append(all, hant)
		}
	}
	return all
}

// measure prints throughput, time to build, and memory.
func measure(p peer, names []string, text string, rounds int) error {
	before := heap()
	start := time.Now()
	find, err := p.make(names)
	if err != nil {
		return err
	}
	built := time.Since(start)
	memory := heap() - before
	best := time.Hour
	for range rounds {
		start := time.Now()
		find(text, func(offset.Span, string) {})
		best = min(best, time.Since(start))
	}
	runtime.KeepAlive(find)
	fmt.Printf(" %.1f | %.1f | %.1f |", float64(len(text))/1e6/best.Seconds(), float64(built.Microseconds())/1e3, memory)
	return nil
}

// heap returns the MiB in use.
func heap() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}

// judge counts what a peer finds in the traps. Without offsets a name counts where
// it is meant anywhere.
func judge(p peer) (right, spurious, missed int, err error) {
	find, err := p.make(bothScripts(p, trapNames))
	if err != nil {
		return 0, 0, 0, err
	}
	for _, trap := range traps {
		text, want := read(trap)
		total := len(want)
		got := 0
		find(text, func(span offset.Span, name string) {
			for w := range want {
				if span == w || span.Empty() && w.Of(text) == name {
					delete(want, w)
					got++
					return
				}
			}
			spurious++
		})
		right += got
		missed += total - got
	}
	return right, spurious, missed, nil
}
