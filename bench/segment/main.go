// Command segment compares package segment to gse and gojieba: the time and
// memory that a list takes, the size of a program, the speed, and the share of
// right words (F1 of spans) on gold sentences.
//
//	go run . [-gold FILE,FILE…]
//
// Each peer runs in a process of its own.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	gold := flag.String("gold", "../../segment/testdata/gold.tsv,../../segment/testdata/elsewhere.tsv", "gold sentences, `FILE,FILE…`")
	one := flag.String("peer", "", "measure one `peer` and print JSON")
	flag.Parse()
	if *one != "" {
		if err := json.NewEncoder(os.Stdout).Encode(measure(*one, *gold)); err != nil {
			log.Fatal(err)
		}
		return
	}
	fmt.Println("| | load, ms | Go heap, MiB | resident, MiB | program, MB | MB/s | F1 | F1 in Traditional | F1 with names given |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, p := range peers {
		out, err := exec.Command(os.Args[0], "-peer", p.name, "-gold", *gold).Output()
		if err != nil {
			log.Fatal(p.name, ": ", err)
		}
		var f figures
		if err := json.Unmarshal(out, &f); err != nil {
			log.Fatal(p.name, ": ", err)
		}
		fmt.Printf("| %s | %.1f | %.1f | %.0f | %s | %.1f | %.3f | %.3f | %.3f |\n",
			p.name, f.Load, f.Heap, f.Resident, size(p.program), f.Speed, f.F1, f.Hant, f.Named)
	}
}

// figures are what is measured of a peer.
type figures struct {
	Load     float64 // ms of the processor until the first word
	Heap     float64 // MiB
	Resident float64 // MiB, the most that the process had by then
	Speed    float64 // MB of text a second of the processor
	F1       float64
	Hant     float64 // F1 on the same sentences in Traditional script
	Named    float64 // F1 where the peer is given the gold's long words
}

// measure runs in a process of its own.
func measure(name, gold string) figures {
	open := peerNamed(name).open
	if strings.Contains(name, "50,000") {
		frequent() // to read and sort gse's list is not what is measured
	}
	before := heap()
	start := processor()
	cut := open(nil)
	cut("市商务委会同上海海关", func(int) {})
	f := figures{Load: float64((processor() - start).Microseconds()) / 1000}
	f.Resident = float64(usage().Maxrss) / 1024
	f.Heap = float64(heap()-before) / (1 << 20)
	text := sample()
	f.Speed = speed(cut, text)
	sentences := readGold(strings.Split(gold, ","))
	f.F1 = score(cut, sentences)
	f.Hant = score(cut, traditional(sentences))
	f.Named = score(open(long(sentences)), sentences)
	return f
}

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func usage() (use syscall.Rusage) {
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		log.Fatal(err)
	}
	return use
}

// processor returns the processor's time that the process has taken. Unlike the
// clock it does not count what other programs take.
func processor() time.Duration {
	use := usage()
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// speed returns MB a second of the processor: the best of three rounds of about
// a second.
func speed(cut cutter, text string) float64 {
	best := 0.0
	for range 3 {
		n, start := 0, processor()
		for processor()-start < time.Second {
			cut(text, func(int) {})
			n += len(text)
		}
		best = max(best, float64(n)/1e6/(processor()-start).Seconds())
	}
	return best
}

// size returns the size in MB of a program that uses a peer and html/template.
func size(program string) string {
	dir, err := os.MkdirTemp("", "size")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	file := filepath.Join(dir, "program")
	if out, err := exec.Command("go", "build", "-o", file, "./size/"+program).CombinedOutput(); err != nil {
		log.Fatalf("%s: %v\n%s", program, err, out)
	}
	info, err := os.Stat(file)
	if err != nil {
		log.Fatal(err)
	}
	return fmt.Sprintf("%.1f", float64(info.Size())/1e6)
}
