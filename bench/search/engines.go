package main

import (
	"database/sql"
	"fmt"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/index/scorch"
	_ "modernc.org/sqlite" // the driver

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/segment"
)

// fangan is package segment's index.
type fangan struct{ index *segment.Index }

func newFangan() (engine, error) {
	x, err := segment.NewIndex(nil)
	return fangan{x}, err
}

func (f fangan) add(id string, p *plan.Plan, source string) error {
	return f.index.Add(segment.Document{ID: id, Plan: p, Source: source})
}

func (f fangan) search(query string) ([]string, error) {
	var found []string
	for _, h := range f.index.Search(query, nil).Hits {
		found = append(found, fmt.Sprint(h.Plan, " ", h.Item))
	}
	return found, nil
}

// fields are the texts of an item for the other engines.
type fields struct {
	Title, Body, Department, Section string
}

// eachItem calls do for the items of a plan with their texts.
func eachItem(id string, p *plan.Plan, do func(key string, f fields) error) error {
	for _, s := range p.Sections {
		for i := range s.AllItems() {
			f := fields{Title: i.Title, Section: s.Title}
			body(&f, &i.Body)
			if err := do(fmt.Sprint(id, " ", i.Number), f); err != nil {
				return err
			}
		}
	}
	return nil
}

func body(f *fields, b *plan.Body) {
	f.Body += b.Text() + "\n"
	for _, d := range b.Duties {
		for _, x := range d.Departments {
			f.Department += x.Name + "\n"
		}
	}
	for _, x := range b.Points {
		f.Body += x.Title + "\n"
		body(f, &x.Body)
	}
}

// bleveIndex is bleve in memory with its analyzer for Chinese.
type bleveIndex struct{ index bleve.Index }

func newBleve() (engine, error) {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = cjk.AnalyzerName
	x, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil) // no path: in memory
	return bleveIndex{x}, err
}

func (b bleveIndex) add(id string, p *plan.Plan, _ string) error {
	batch := b.index.NewBatch()
	if err := eachItem(id, p, func(key string, f fields) error { return batch.Index(key, f) }); err != nil {
		return err
	}
	return b.index.Batch(batch)
}

func (b bleveIndex) search(query string) ([]string, error) {
	r, err := b.index.Search(bleve.NewSearchRequest(bleve.NewMatchQuery(query)))
	if err != nil {
		return nil, err
	}
	var found []string
	for _, h := range r.Hits {
		found = append(found, h.ID)
	}
	return found, nil
}

// sqlite is FTS5 in memory with trigrams.
type sqlite struct{ db *sql.DB }

func newSQLite() (engine, error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	_, err = db.Exec("CREATE VIRTUAL TABLE items USING fts5(key UNINDEXED, title, body, department, section, tokenize='trigram')")
	return sqlite{db}, err
}

func (s sqlite) add(id string, p *plan.Plan, _ string) error {
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	err = eachItem(id, p, func(key string, f fields) error {
		_, err := tx.Exec("INSERT INTO items VALUES (?, ?, ?, ?, ?)", key, f.Title, f.Body, f.Department, f.Section)
		return err
	})
	if err != nil {
		_ = tx.Rollback() // err says more
		return err
	}
	return tx.Commit()
}

// search asks for all words between blanks.
func (s sqlite) search(query string) ([]string, error) {
	words := strings.Fields(strings.ReplaceAll(query, `"`, ""))
	for i, w := range words {
		words[i] = `"` + w + `"`
	}
	rows, err := s.db.Query("SELECT key FROM items WHERE items MATCH ? ORDER BY bm25(items, 0, 2.5, 1, 1.2, 0.4) LIMIT 10", strings.Join(words, " AND "))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var key string
		if err := rows.Scan(&key); err != nil {
			return nil, err
		}
		found = append(found, key)
	}
	return found, rows.Err()
}
