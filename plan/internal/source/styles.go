package source

// styleSheet is what word/styles.xml says of the numbers of paragraphs
// (ECMA-376, part 1, 17.7).
type styleSheet struct {
	Styles []struct {
		ID      string   `xml:"styleId,attr"`
		Type    string   `xml:"type,attr"`
		Default string   `xml:"default,attr"`
		Based   property `xml:"basedOn"`
		Num     property `xml:"pPr>numPr>numId"`
		Level   property `xml:"pPr>numPr>ilvl"`
	} `xml:"style"`
}

// style is how a style numbers its paragraphs.
type style struct {
	based string
	num   listRef
}

// maxBased is how many styles may be based on each other.
const maxBased = 16

// byID returns the styles by their names, each with what it takes from those that
// it is based on, and the style of paragraphs that name none.
func (s *styleSheet) byID() (styles map[string]style, usual string) {
	styles = make(map[string]style, len(s.Styles))
	for i := range s.Styles {
		x := &s.Styles[i]
		styles[x.ID] = style{x.Based.Value, listRef{x.Num.Value, x.Level.Value}}
		if x.Type == "paragraph" && (x.Default == "1" || x.Default == "true") {
			usual = x.ID
		}
	}
	for i := range s.Styles {
		id := s.Styles[i].ID
		x := styles[id]
		for over, n := styles[x.based], 0; x.num.id == "" && n < maxBased; n++ {
			if x.num.id = over.num.id; x.num.level == "" {
				x.num.level = over.num.level
			}
			over = styles[over.based]
		}
		styles[id] = x
	}
	return styles, usual
}
