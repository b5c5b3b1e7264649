package main

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// field is a key of an object in JSON.
type field struct {
	goName   string
	name     string
	typ      ast.Expr
	optional bool
	comment  string
}

// source holds the types of packages, as "plan.Plan".
type source struct {
	types map[string]ast.Expr
	docs  map[string]string // of types, and of fields as "plan.Plan.Title"
}

// load reads the package in dir, without its tests.
func (s *source) load(dir string) error {
	files := token.NewFileSet()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("%s: %w", dir, fs.ErrNotExist)
	}
	if err != nil {
		return err
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(files, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		s.file(f)
	}
	return nil
}

// file notes the types of a file, and their comments.
func (s *source) file(f *ast.File) {
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.TYPE {
			continue
		}
		for _, spec := range g.Specs {
			t := spec.(*ast.TypeSpec)
			name := f.Name.Name + "." + t.Name.Name
			s.types[name] = t.Type
			s.docs[name] = new(doc.Package).Synopsis(g.Doc.Text())
			s.fieldDocs(name, t.Type)
		}
	}
}

// fieldDocs notes the comments on fields, above or beside them.
func (s *source) fieldDocs(name string, t ast.Expr) {
	st, ok := t.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range st.Fields.List {
		text := strings.Join(strings.Fields(f.Doc.Text()+" "+f.Comment.Text()), " ")
		for _, n := range f.Names {
			s.docs[name+"."+n.Name] = text
		}
	}
}

// fields returns the keys that encoding/json writes for a struct, those of
// embedded structs too.
func (s *source) fields(name string) ([]field, error) {
	st, ok := s.types[name].(*ast.StructType)
	if !ok {
		return nil, fmt.Errorf("%s is no struct", name)
	}
	pkg, _, _ := strings.Cut(name, ".")
	var list []field
	for _, f := range st.Fields.List {
		if len(f.Names) == 0 {
			inner, err := s.fields(qualify(pkg, f.Type))
			if err != nil {
				return nil, err
			}
			list = append(list, inner...)
			continue
		}
		for _, n := range f.Names {
			if x, ok := newField(n.Name, f); ok {
				x.comment = s.docs[name+"."+n.Name]
				list = append(list, x)
			}
		}
	}
	return list, nil
}

// newField reads a field's tag. ok is false for one that JSON leaves out.
func newField(goName string, f *ast.Field) (field, bool) {
	x := field{goName: goName, name: goName, typ: f.Type}
	if f.Tag == nil {
		return x, ast.IsExported(goName)
	}
	tag, _ := strconv.Unquote(f.Tag.Value)
	name, options, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
	if name != "" {
		x.name = name
	}
	x.optional = strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
	return x, name != "-"
}

// qualify returns the name of a type with its package.
func qualify(pkg string, t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return qualify(pkg, t.X)
	case *ast.SelectorExpr:
		return t.X.(*ast.Ident).Name + "." + t.Sel.Name
	case *ast.Ident:
		return pkg + "." + t.Name
	}
	return ""
}
