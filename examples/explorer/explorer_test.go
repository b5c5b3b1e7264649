package main

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
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

func TestUsage(t *testing.T) {
	t.Parallel()
	for _, addr := range []string{"0.0.0.0:0", "8.8.8.8:80", "nonsense"} {
		err := run([]string{"-addr", addr}, nil, io.Discard, io.Discard)
		require.Equal(t, 2, cli.Status("explorer", err, io.Discard), addr)
	}
	err := run([]string{t.TempDir() + "/none"}, nil, io.Discard, io.Discard)
	require.Equal(t, 1, cli.Status("explorer", err, io.Discard))
}
