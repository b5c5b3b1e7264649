// Search compares package segment's index with bleve and with SQLite's FTS5: what
// they find, and how long they take.
//
//	search [-plans N] [-engines fangan,bleve,sqlite]
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/seeds"
)

// engine is a search engine with items in it.
type engine interface {
	// add adds the items of a plan.
	add(id string, p *plan.Plan, source string) error
	// search returns "plan item" of the ten best items.
	search(query string) ([]string, error)
}

func main() {
	plans := flag.Int("plans", 1667, "how many times the embedded plan is repeated, with changes, for the times")
	names := flag.String("engines", "fangan,bleve,sqlite", "which engines")
	flag.Parse()
	if err := run(*plans, strings.Split(*names, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "search:", err)
		os.Exit(1)
	}
}

func run(plans int, names []string) error {
	queries, err := readQueries("../../segment/testdata/queries.tsv")
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "engine\tfirst of 10 (MRR)\tfound none\titems\tbuild, CPU\tbytes/item\tmedian\tp99\tslowest")
	var side []string
	for _, name := range names {
		cells, ranks, err := measure(name, plans, queries)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintln(w, strings.Join(append([]string{name}, cells...), "\t"))
		side = append(side, ranks)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Println()
	for i, name := range names {
		fmt.Printf("%s, not first: %s\n", name, side[i])
	}
	return nil
}

// measure returns the figures of one engine, and the queries whose item is not
// first.
func measure(name string, plans int, queries []query) ([]string, string, error) {
	e, err := open(name)
	if err != nil {
		return nil, "", err
	}
	mrr, none, missed, err := quality(e, queries)
	if err != nil {
		return nil, "", err
	}
	cells := []string{fmt.Sprintf("%.3f", mrr), fmt.Sprintf("%d of %d", none, len(queries))}
	more, err := speed(name, plans, queries)
	return append(cells, more...), missed, err
}

func open(name string) (engine, error) {
	switch name {
	case "fangan":
		return newFangan()
	case "bleve":
		return newBleve()
	case "sqlite":
		return newSQLite()
	}
	return nil, fmt.Errorf("no such engine")
}

// quality adds the embedded plan and the miniature plans and asks all queries.
func quality(e engine, queries []query) (mrr float64, none int, missed string, err error) {
	if err := e.add("seed", plan.Bridgehead(), seeds.Bridgehead().Text); err != nil {
		return 0, 0, "", err
	}
	files, err := filepath.Glob("../../segment/testdata/plans/*.txt")
	if err != nil {
		return 0, 0, "", err
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return 0, 0, "", err
		}
		p, err := plan.Parse(string(data), nil)
		if err == nil {
			err = e.add(strings.TrimSuffix(filepath.Base(file), ".txt"), p, string(data))
		}
		if err != nil {
			return 0, 0, "", err
		}
	}
	for _, q := range queries {
		got, err := e.search(q.text)
		if err != nil {
			return 0, 0, "", fmt.Errorf("%s: %w", q.text, err)
		}
		rank := slices.IndexFunc(got, func(s string) bool { return slices.Contains(q.want, s) })
		if rank >= 0 {
			mrr += 1 / float64(rank+1) / float64(len(queries))
		}
		if len(got) == 0 {
			none++
		}
		if rank != 0 {
			missed += " " + q.text
		}
	}
	return mrr, none, missed, nil
}

// speed builds an index of so many plans and times the queries, and the titles
// of the embedded plan as queries. Each counts by the best of five rounds, as
// others use the machine too.
func speed(name string, plans int, queries []query) ([]string, error) {
	e, err := open(name)
	if err != nil {
		return nil, err
	}
	before, items, took := heap(), 0, time.Duration(0)
	for i := range plans {
		text := varied(uint64(i))
		p, err := plan.Parse(text, nil)
		if err != nil {
			return nil, err
		}
		for range p.Items() {
			items++
		}
		start := cpu()
		if err := e.add(strconv.Itoa(i), p, text); err != nil {
			return nil, err
		}
		took += cpu() - start
	}
	size := int64(heap()) - int64(before)
	for i := range plan.Bridgehead().Items() {
		queries = append(queries, query{text: i.Title})
	}
	times, err := timeQueries(e, queries)
	if err != nil {
		return nil, err
	}
	runtime.KeepAlive(e)
	us := func(d time.Duration) string { return d.Round(time.Microsecond).String() }
	return []string{
		strconv.Itoa(items), took.Round(time.Millisecond).String(), strconv.FormatInt(size/int64(items), 10),
		us(times[len(times)/2]), us(times[len(times)*99/100]), us(times[len(times)-1]),
	}, nil
}

func timeQueries(e engine, queries []query) ([]time.Duration, error) {
	times := make([]time.Duration, len(queries))
	for i, q := range queries {
		times[i] = time.Hour
		for range 5 {
			start := time.Now()
			if _, err := e.search(q.text); err != nil {
				return nil, err
			}
			times[i] = min(times[i], time.Since(start))
		}
	}
	slices.Sort(times)
	return times, nil
}

// cpu returns the processor time that this process used, which other processes
// do not lengthen as they do the time on the clock.
func cpu() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// varied returns the text of the embedded plan with one Chinese character in
// twenty exchanged for another of the text, but for those that labels and notes
// are made of.
func varied(seed uint64) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	text := []rune(seeds.Bridgehead().Text)
	out := slices.Clone(text)
	for i, r := range text {
		other := text[rng.IntN(len(text))]
		if rng.IntN(20) == 0 && r >= 0x4e00 && other >= 0x4e00 && other < 0xa000 &&
			!strings.ContainsRune("一二三四五六七八九十責任部門單位", r) {
			out[i] = other
		}
	}
	return string(out)
}

// query is a query with the items of which one should come first.
type query struct {
	text string
	want []string
}

func readQueries(file string) ([]query, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var list []query
	for line := range strings.Lines(string(data)) {
		cols := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(cols) != 3 {
			continue
		}
		q := query{text: cols[0]}
		for n := range strings.SplitSeq(cols[2], ", ") {
			q.want = append(q.want, cols[1]+" "+n)
		}
		list = append(list, q)
	}
	return list, nil
}
