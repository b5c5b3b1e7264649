package main

import (
	"bytes"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli/clitest"
	"github.com/qiaotoubao/fangan/plan"
)

func withPlan(t *testing.T) *site {
	t.Helper()
	s, err := open(nil, nil)
	require.NoError(t, err)
	return s
}

func serve(t *testing.T) *httptest.Server {
	t.Helper()
	s := withPlan(t)
	server := httptest.NewServer(s.handler())
	t.Cleanup(server.Close)
	return server
}

func get(t *testing.T, server *httptest.Server, path string) (int, string) {
	t.Helper()
	res, err := server.Client().Get(server.URL + path)
	require.NoError(t, err)
	body, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	require.Contains(t, res.Header.Get("Content-Security-Policy"), "default-src 'none'")
	return res.StatusCode, string(body)
}

func TestHomeListsEverything(t *testing.T) {
	t.Parallel()
	status, body := get(t, serve(t), "/")
	require.Equal(t, http.StatusOK, status)
	for i := range plan.Bridgehead().Items() {
		require.Contains(t, body, i.Title)
	}
	for _, r := range plan.Bridgehead().Departments() {
		require.Contains(t, body, url.Values{"id": {r.ID}}.Encode())
	}
	require.Contains(t, body, `<input id="q" type="search" name="q"`)
}

func TestPages(t *testing.T) {
	t.Parallel()
	server := serve(t)
	tests := []struct {
		path   string
		status int
		has    string
	}{
		{"/plan/1", 200, `class="heat"`},
		{"/plan/1?script=hans", 200, "贸易投资便利化专项行动"},
		{"/plan/1?names=en", 200, "Shanghai Municipal Commission of Commerce"},
		{"/plan/1/item/34", 200, `<mark class="target"`},
		{"/plan/1/item/34?script=hans", 200, "联合实验室"},
		{"/department?id=" + url.QueryEscape("市教委"), 200, "上海市教育委员会"},
		{"/department?id=" + url.QueryEscape("市教委") + "&section=7", 200, "(四十九)"},
		{"/search?q=" + url.QueryEscape("港航"), 200, "(二十六)"},
		{"/search?q=" + url.QueryEscape("丝绸之路"), 200, "絲綢之路"},
		{"/search?q=" + url.QueryEscape("港"), 200, "<mark>港</mark>"},
		{"/search?q=nothing", 200, "0 条"},
		{"/search?q=" + url.QueryEscape("港") + "&department=" + url.QueryEscape("市发改委"), 200, "已筛选"},
		{"/search?q=" + url.QueryEscape("第十二项"), 200, "(十二)"},
		{"/complete?q=" + url.QueryEscape("市商"), 200, "市商務委"},
		{"/search", 200, "搜索"},
		{"/plan/2", 404, "no such plan"},
		{"/plan/x", 404, "no such plan"},
		{"/plan/1/item/61", 404, "no such item"},
		{"/department?id=x", 404, "No plan"},
		{"/nowhere", 404, "no such page"},
		{"/static/style.css", 200, "color-scheme"},
	}
	for _, tt := range tests {
		status, body := get(t, server, tt.path)
		require.Equal(t, tt.status, status, tt.path)
		require.Contains(t, body, tt.has, tt.path)
	}
}

func upload(t *testing.T, server *httptest.Server, name string, data []byte) (int, string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	f, err := w.CreateFormFile("file", name)
	require.NoError(t, err)
	_, err = f.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	res, err := server.Client().Post(server.URL+"/read", w.FormDataContentType(), &b)
	require.NoError(t, err)
	body, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	return res.StatusCode, string(body)
}

// TestHostileFile holds that nothing in a file becomes markup.
func TestHostileFile(t *testing.T) {
	t.Parallel()
	text := "一、<script>alert(1)</script>\n（一）\"><img src=x onerror=alert(2)>。<b>超过5000人次</b>。（责任单位：市<i>科委）\n"
	status, body := upload(t, serve(t), "<x>.txt", []byte(text))
	require.Equal(t, http.StatusOK, status)
	for _, bad := range []string{"<script>alert", "<img src=x", "<i>科委", "<x>.txt"} {
		require.NotContains(t, body, bad)
	}
	require.Contains(t, body, "&lt;script&gt;")
}

// TestReferencesAreLinks holds that a reference to an item of the plan leads to it.
func TestReferencesAreLinks(t *testing.T) {
	t.Parallel()
	server := serve(t)
	upload(t, server, "a.txt", []byte("一、任务\n（一）引进。建立机制。（责任单位：市人才局）\n（二）培养。经费按第（一）项执行。（责任单位：市教育局）\n"))
	_, body := get(t, server, "/plan/2/item/2")
	require.Contains(t, body, `<a href="/plan/2/item/1" class="reference"`)
}

func TestUploads(t *testing.T) {
	t.Parallel()
	server := serve(t)
	status, body := upload(t, server, "a.txt", []byte("云溪市人才行动方案\n一、任务\n（一）引进。（责任单位：市人才局）\n"))
	require.Equal(t, http.StatusOK, status)
	require.Contains(t, body, "市人才局")
	status, _ = upload(t, server, "a.bin", []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x3e\x00\x01\x00\x00\x00"))
	require.Equal(t, http.StatusUnprocessableEntity, status)
	status, _ = upload(t, server, "big.txt", bytes.Repeat([]byte("一"), maxUpload/3+1))
	require.Equal(t, http.StatusRequestEntityTooLarge, status)
	res, err := server.Client().Post(server.URL+"/read", "text/plain", strings.NewReader("x"))
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	require.Equal(t, http.StatusBadRequest, res.StatusCode)
}

func TestGuard(t *testing.T) {
	t.Parallel()
	s := withPlan(t)
	ask := func(change func(*http.Request)) int {
		r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/read", nil)
		change(r)
		w := httptest.NewRecorder()
		s.handler().ServeHTTP(w, r)
		return w.Code
	}
	require.Equal(t, http.StatusForbidden, ask(func(r *http.Request) { r.Host = "evil.example" }), "DNS rebinding")
	require.Equal(t, http.StatusForbidden, ask(func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }), "a form of another site")
}

func TestTooManyPlans(t *testing.T) {
	t.Parallel()
	s, err := newSite()
	require.NoError(t, err)
	for range maxPlans {
		_, ok := s.add("x", &plan.Plan{}, "")
		require.True(t, ok)
	}
	_, ok := s.add("x", &plan.Plan{}, "")
	require.False(t, ok)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	program := clitest.Program{Name: "explorer", Run: run}
	program.Refuses(t,
		clitest.Wrong{Name: "all addresses", Args: []string{"-addr", "0.0.0.0:0"}, Status: 2, Says: "must be a loopback address"},
		clitest.Wrong{Name: "another machine's address", Args: []string{"-addr", "8.8.8.8:80"}, Status: 2, Says: "must be a loopback address"},
		clitest.Wrong{Name: "no address", Args: []string{"-addr", "nonsense"}, Status: 2, Says: "explorer: -addr: "},
		clitest.Wrong{Name: "unknown flag", Args: []string{"-x"}, Status: 2, Says: "usage: explorer"},
		clitest.Wrong{Name: "missing file", Args: []string{"missing.txt"}, Status: 1, Says: "explorer: missing.txt: no such file or directory\n"},
		clitest.Wrong{Name: "no text", In: strings.NewReader("\x00\x01\x02\x7fELF\x00\x00\x00\x00\x00\x00"), Args: []string{"-"}, Status: 1, Says: "explorer: "},
		clitest.Wrong{Name: "broken input", In: iotest.ErrReader(errors.New("broken")), Args: []string{"-"}, Status: 1, Says: "explorer: broken\n"},
	)
}

// TestOpen holds that files given by name, and standard input, are shown.
func TestOpen(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "人才.txt")
	require.NoError(t, os.WriteFile(file, []byte("一、任务\n（一）引进人才。（责任单位：市人才局）\n"), 0o600))
	s, err := open([]string{file, "-"}, strings.NewReader("一、任务\n（一）建设港口。（责任单位：市交通委）\n"))
	require.NoError(t, err)
	server := httptest.NewServer(s.handler())
	t.Cleanup(server.Close)
	status, body := get(t, server, "/")
	require.Equal(t, http.StatusOK, status)
	require.Contains(t, body, "人才.txt")
	for _, path := range []string{"/plan/1", "/plan/2"} {
		status, body = get(t, server, path)
		require.Equal(t, http.StatusOK, status)
	}
	require.Contains(t, body, "建设港口")
}
