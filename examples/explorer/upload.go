package main

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"strconv"

	"github.com/qiaotoubao/fangan/plan"
)

// maxUpload is the largest file that is read: 16 MiB.
const maxUpload = 16 << 20

// read reads the file of a form and goes to its plan.
func (s *site) read(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	file, header, err := r.FormFile("file")
	if err != nil {
		if _, large := errors.AsType[*http.MaxBytesError](err); large {
			s.fail(w, r, http.StatusRequestEntityTooLarge, "文件超过 16 MB，不能读取 · The file is larger than 16 MB.")
			return
		}
		s.fail(w, r, http.StatusBadRequest, "请选择一个文件 · Choose a file.")
		return
	}
	defer func() { _ = file.Close() }() // read only
	data, err := io.ReadAll(file)
	if err != nil {
		s.fail(w, r, http.StatusBadRequest, "请选择一个文件 · Choose a file.")
		return
	}
	p, err := plan.Read(bytes.NewReader(data), nil)
	if err != nil {
		s.fail(w, r, http.StatusUnprocessableEntity, "这个文件不是文本、网页或 DOCX · The file is no text, web page or DOCX document.")
		return
	}
	d, ok := s.add(filepath.Base(header.Filename), p, string(data))
	if !ok {
		s.fail(w, r, http.StatusInsufficientStorage, "已有太多方案 · Too many plans are loaded.")
		return
	}
	http.Redirect(w, r, newView(r, "", nil).Link("/plan/"+strconv.Itoa(d.Number)), http.StatusSeeOther)
}
