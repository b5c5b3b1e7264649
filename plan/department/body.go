package department

import "slices"

// Body is one body: a department, a company, a university. Only Name is
// needed; a field that is not known is empty.
type Body struct {
	ID        string   // unique; by default the Name's [Canonical] id
	Name      string   // short name in Simplified script: 市商务委
	Hant      string   // the same in Traditional script: 市商務委
	Full      string   // full name in Simplified script: 上海市商务委员会
	English   string   // the body's published English name
	Kind      Kind     // zero where not known
	Place     string   // the place whose body it is where names do not say: 上海市
	Aliases   []string // other names, in either script
	Successor string   // full name of the body that took over its work
}

// Level returns the level that the body's short name writes.
func (b Body) Level() Level { return LevelOf(b.Name) }

// clone returns b with slices of its own.
func (b Body) clone() Body {
	b.Aliases = slices.Clone(b.Aliases)
	return b
}

// spellings returns the names that a body is found by.
func (b Body) spellings() []string {
	return append([]string{b.Name, b.Hant, b.Full, b.ID}, b.Aliases...)
}

// LevelOf returns the level that a name writes: City for 市商务委 and
// 广州市商务局, National for 国家发展改革委, 财政部 and 海关总署, NoLevel for
// 发展改革委 and 复旦大学.
func LevelOf(name string) Level {
	p := parse(branchOf(foldName(name)))
	_, level := levelAtEnd(p.level)
	if level == NoLevel && p.place == "" && (p.body.class == national || p.body.ending == "部") {
		return National
	}
	return level
}
