package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/export"
)

const text = `青山市数据工作方案
一、主要任务
（一）开放数据。2026年底前开放数据目录。（牵头单位：市数据局；配合单位：市科技局）
（二）总结经验。
`

func example() *plan.Plan {
	p, err := plan.Parse(text, nil)
	if err != nil {
		log.Fatal(err)
	}
	return p
}

func ExampleCSV() {
	if err := export.CSV(os.Stdout, example(), &export.CSVOptions{NoHeader: true}); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 青山市数据工作方案,1,主要任务,,1,（一）,开放数据,,牵头单位,lead,市数据局,市数据局,false,2026年底前,2026-12-31,
	// 青山市数据工作方案,1,主要任务,,1,（一）,开放数据,,配合单位,support,市科技局,市科技局,false,2026年底前,2026-12-31,
	// 青山市数据工作方案,1,主要任务,,2,（二）,总结经验,,,,,,,,,
}

func ExampleMarkdown() {
	if err := export.Markdown(os.Stdout, example()); err != nil {
		log.Fatal(err)
	}
	// Output:
	// # 青山市数据工作方案
	//
	// ## 一、主要任务
	//
	// ### （一）开放数据
	//
	// 2026年底前开放数据目录。
	//
	// > 牵头单位：市数据局\
	// > 配合单位：市科技局
	//
	// ### （二）总结经验
}

func ExampleDOT() {
	if err := export.DOT(os.Stdout, example()); err != nil {
		log.Fatal(err)
	}
	// Output:
	// digraph {
	//   label="青山市数据工作方案";
	//   rankdir=LR;
	//   node [shape=box];
	//   subgraph cluster_1 {
	//     label="一、主要任务";
	//     i1 [label="（一）开放数据"];
	//     i2 [label="（二）总结经验"];
	//   }
	//   d1 [label="市数据局", shape=ellipse];
	//   d2 [label="市科技局", shape=ellipse];
	//   i1 -> d1 [style=bold];
	//   i1 -> d2 [style=dashed];
	// }
}

func ExampleMermaid() {
	if err := export.Mermaid(os.Stdout, example()); err != nil {
		log.Fatal(err)
	}
	// Output:
	// flowchart LR
	//   subgraph s1["一、主要任务"]
	//     i1["（一）开放数据"]
	//     i2["（二）总结经验"]
	//   end
	//   d1(["市数据局"])
	//   d2(["市科技局"])
	//   i1 ==> d1
	//   i1 -.-> d2
}

func ExampleICalendar() {
	var b bytes.Buffer
	if err := export.ICalendar(&b, example()); err != nil {
		log.Fatal(err)
	}
	for l := range strings.Lines(b.String()) {
		if strings.HasPrefix(l, "DTSTART") || strings.HasPrefix(l, "SUMMARY") {
			fmt.Println(strings.TrimSpace(l))
		}
	}
	// Output:
	// DTSTART;VALUE=DATE:20261231
	// SUMMARY:2026年底前：（一）开放数据
}

func ExampleAkomaNtoso() {
	var b bytes.Buffer
	if err := export.AkomaNtoso(&b, example(), nil); err != nil {
		log.Fatal(err)
	}
	_, rest, _ := strings.Cut(b.String(), "<mainBody>\n")
	for range 6 {
		l, more, _ := strings.Cut(rest, "\n")
		fmt.Println(l)
		rest = more
	}
	// Output:
	// <section eId="sec_1">
	// <num eId="sec_1__num_1">一、</num>
	// <heading eId="sec_1__heading_1">主要任务</heading>
	// <paragraph eId="sec_1__para_1">
	// <num eId="sec_1__para_1__num_1">（一）</num>
	// <heading eId="sec_1__para_1__heading_1">开放数据</heading>
}

func ExampleSchema() {
	var b bytes.Buffer
	if err := export.Schema(&b); err != nil {
		log.Fatal(err)
	}
	var schema struct {
		Schema   string   `json:"$schema"`
		Required []string `json:"required"`
	}
	if err := json.Unmarshal(b.Bytes(), &schema); err != nil {
		log.Fatal(err)
	}
	fmt.Println(schema.Schema, schema.Required)
	// Output: https://json-schema.org/draft/2020-12/schema [script sections span]
}
