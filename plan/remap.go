package plan

// remap replaces every span of the plan by what move makes of it.
func (p *Plan) remap(move func(Span) Span) {
	m := mover(move)
	m.spans(&p.span, &p.TitleSpan)
	for i := range p.marks {
		m.spans(&p.marks[i])
	}
	m.paragraphs(p.Notice, p.Preamble, p.Closing)
	for _, s := range p.Sections {
		m.section(s)
	}
	for i := range p.Attachments {
		a := &p.Attachments[i]
		m.spans(&a.Span, &a.LabelSpan, &a.TitleSpan)
		m.paragraphs(a.Paragraphs)
	}
	for i := range p.Tables {
		m.spans(&p.Tables[i].Span)
	}
	for i := range p.Terms {
		m.spans(&p.Terms[i].Span)
		for k := range p.Terms[i].Uses {
			m.spans(&p.Terms[i].Uses[k])
		}
	}
	for i := range p.Rules {
		m.spans(&p.Rules[i].Span)
	}
	for i := range p.Diagnostics {
		m.spans(&p.Diagnostics[i].Span)
	}
}

// mover moves spans in place. The zero Span says that there is none, and stays.
type mover func(Span) Span

func (m mover) spans(spans ...*Span) {
	for _, s := range spans {
		if *s != (Span{}) {
			*s = m(*s)
		}
	}
}

func (m mover) paragraphs(lists ...[]Paragraph) {
	for _, list := range lists {
		for i := range list {
			m.spans(&list[i].Span)
		}
	}
}

func (m mover) section(s *Section) {
	m.unit(&s.Heading, &s.Body)
	for _, i := range s.Items {
		m.unit(&i.Heading, &i.Body)
	}
	for _, sub := range s.Sections {
		m.section(sub)
	}
}

func (m mover) unit(h *Heading, b *Body) {
	m.spans(&h.Span, &h.LabelSpan, &h.TitleSpan)
	m.paragraphs(b.Paragraphs)
	for _, x := range b.Points {
		m.unit(&x.Heading, &x.Body)
	}
	for _, d := range b.Duties {
		m.spans(&d.Span, &d.LabelSpan)
		for _, x := range d.Departments {
			m.spans(&x.Span)
		}
	}
	for i := range b.Deadlines {
		m.spans(&b.Deadlines[i].Span)
	}
	for i := range b.Targets {
		m.spans(&b.Targets[i].Span)
	}
	for i := range b.References {
		m.spans(&b.References[i].Span, &b.References[i].DocumentSpan)
	}
	for i := range b.Mentions {
		m.spans(&b.Mentions[i].Span)
	}
}
