// Race times converters on the same texts, each in a process of its own, and
// prints tables in Markdown.
//
//	race [-peers ours,cpp,…] [-schemes s2t,s2twp,t2s] DIR
//
// DIR is the folder that run.sh prepares: programs, texts, the C++ library.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// texts are what is converted: a file for each script, and the size of a part.
var texts = []struct {
	name, file string
	size       int
}{
	{"10 MB varied", "prose", 0},
	{"10 MB repeated", "repeat", 0},
	{"10 KB documents", "short", 10_240},
	{"20 characters", "short", 60},
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("race: ")
	peers := flag.String("peers", "ours,append,table,cpp,js,gocc,longbridge,contextual", "who runs")
	schemes := flag.String("schemes", "s2t,s2twp,t2s", "schemes")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: race [-peers LIST] [-schemes LIST] DIR")
	}
	for _, scheme := range strings.Split(*schemes, ",") {
		fmt.Printf("\n%s, MB/s\n\n| | load, ms | peak memory, MB |", scheme)
		for _, t := range texts {
			fmt.Printf(" %s |", t.name)
		}
		fmt.Println(" allocations a part |\n| --- | --- | --- |" + strings.Repeat(" --- |", len(texts)+1))
		for _, peer := range strings.Split(*peers, ",") {
			if err := row(flag.Arg(0), peer, scheme); err != nil {
				log.Fatalf("%s %s: %v", peer, scheme, err)
			}
		}
	}
}

// row runs one peer on all texts.
func row(dir, peer, scheme string) error {
	var cells, allocs []string
	load, small := 0.0, int64(0)
	for _, t := range texts {
		file := filepath.Join(dir, t.file+"."+script(scheme))
		out, peak, err := run(dir, peer, scheme, file, t.size)
		if err != nil {
			return err
		}
		var loadNs, ns, n, mallocs, bytes int64
		if _, err := fmt.Sscan(out+" 0 0", &loadNs, &ns, &n, &mallocs, &bytes); err != nil {
			return fmt.Errorf("%q: %w", out, err)
		}
		info, err := os.Stat(file)
		if err != nil {
			return err
		}
		cells = append(cells, fmt.Sprintf("%.1f", float64(info.Size())*1000/float64(ns)))
		if load == 0 || float64(loadNs) < load {
			load = float64(loadNs)
		}
		if small == 0 || peak < small {
			small = peak
		}
		allocs = append(allocs, fmt.Sprint(mallocs))
	}
	if peer == "cpp" || peer == "js" {
		allocs = []string{"–"}
	}
	fmt.Printf("| %s | %.2f | %d | %s | %s |\n", peer, load/1e6, small>>10, strings.Join(cells, " | "), strings.Join(allocs, ", "))
	return nil
}

func script(scheme string) string {
	if scheme[0] == 's' {
		return "hans"
	}
	return "hant"
}

// run runs a peer and returns what it printed, and its peak of resident memory
// in KB.
func run(dir, peer, scheme, file string, size int) (string, int64, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", 0, err
	}
	file = filepath.Join(dir, filepath.Base(file))
	part := fmt.Sprint(size)
	var cmd *exec.Cmd
	switch peer {
	case "cpp":
		cmd = exec.Command(filepath.Join(dir, "cpp"), "-race", scheme+".json", file, part)
		cmd.Dir = filepath.Join(dir, "assets")
	case "js":
		cmd = exec.Command("node", "js.mjs", scheme, file, part)
		cmd.Dir = dir
	default:
		cmd = exec.Command(filepath.Join(dir, "gopeer"), peer, scheme, file, part)
		cmd.Dir = dir
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	if err := cmd.Run(); err != nil {
		return "", 0, err
	}
	peak := int64(0)
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok && runtime.GOOS == "linux" {
		peak = int64(usage.Maxrss)
	}
	return strings.TrimSpace(out.String()), peak, nil
}
