package browser

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// serve builds and starts the explorer and returns its address.
func serve(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "explorer")
	build := exec.Command("go", "build", "-o", program, "./examples/explorer")
	build.Dir = filepath.Join("..", "..", "..")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	cmd := exec.CommandContext(t.Context(), program)
	pipe, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Wait() })
	line, err := bufio.NewReader(pipe).ReadString('\n')
	require.NoError(t, err)
	return strings.TrimSuffix(strings.TrimSpace(line), "/")
}

// browse opens a browser of the given size; it skips the test where there is
// no Chromium.
func browse(t *testing.T, width, height int, opts ...chromedp.ExecAllocatorOption) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium on this machine")
	}
	all := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.WindowSize(width, height), chromedp.Flag("hide-scrollbars", true), chromedp.Flag("disable-quic", true))
	all = append(all, opts...)
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), all...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	do(t, ctx, chromedp.EmulateViewport(int64(width), int64(height)))
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// shoot writes a screenshot of the whole page to the folder that FANGAN_SHOTS
// names.
func shoot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	dir := os.Getenv("FANGAN_SHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644))
}

// step is an action without a result.
type step = chromedp.Action[chromedp.Void]

func do(t *testing.T, ctx context.Context, steps ...step) {
	t.Helper()
	require.NoError(t, chromedp.Do(ctx, steps...))
}

// text returns the text of the page's main part after the steps.
func text(t *testing.T, ctx context.Context, steps ...step) string {
	t.Helper()
	do(t, ctx, steps...)
	body, err := chromedp.Run(ctx, chromedp.Text(chromedp.CSS("main")))
	require.NoError(t, err)
	return body
}

func search(url, query string) []step {
	return []step{
		chromedp.Navigate(url + "/"),
		chromedp.SendKeys(chromedp.CSS("#q"), query),
		chromedp.Submit(chromedp.CSS("#q")),
		chromedp.WaitVisible(chromedp.CSS("ol.hits")),
	}
}

func TestExplorer(t *testing.T) {
	url := serve(t)
	ctx := browse(t, 1280, 1600)

	require.Contains(t, text(t, ctx, search(url, "丝绸之路")...), "絲綢之路", "Simplified finds Traditional")
	require.Contains(t, text(t, ctx, search(url, "絲綢之路")...), "絲綢之路")
	require.Contains(t, text(t, ctx, search(url, "港")...), "港航", "one character")
	shoot(t, ctx, "search")

	body := text(t, ctx, chromedp.Navigate(url+"/plan/1"))
	require.Contains(t, body, "貿易投資便利化專項行動")
	shoot(t, ctx, "plan")
	body = text(t, ctx, chromedp.Click(chromedp.CSS(".heat td a")), chromedp.WaitVisible(chromedp.CSS("ul.items")))
	require.Contains(t, body, "(", "a click in the heat map shows items")

	body = text(t, ctx, chromedp.Navigate(url+"/plan/1"), chromedp.Click(`//a[text()="简体"]`), chromedp.WaitVisible(`//h2[contains(.,"贸易投资便利化")]`))
	require.Contains(t, body, "责任部门")

	file := filepath.Join(t.TempDir(), "plan.txt")
	require.NoError(t, os.WriteFile(file, []byte("云溪市人才行动方案\n一、任务\n（一）引进人才。（责任单位：市人才局）\n"), 0o600))
	body = text(t, ctx, chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{file}), chromedp.Click(chromedp.CSS("#drop button")),
		chromedp.WaitVisible(`//h1[contains(.,"云溪市")]`))
	require.Contains(t, body, "市人才局")
}

// TestDrop drops a file on the page.
func TestDrop(t *testing.T) {
	url := serve(t)
	ctx := browse(t, 1280, 900)
	drop := `const data = new DataTransfer();
data.items.add(new File(["一、任务\n（一）培养人才。（责任单位：市教育局）\n"], "dropped.txt"));
document.dispatchEvent(new DragEvent("drop", {dataTransfer: data, cancelable: true, bubbles: true})); true`
	body := text(t, ctx, chromedp.Navigate(url+"/"), chromedp.Evaluate[chromedp.Void](drop), chromedp.WaitVisible(`//h1[contains(.,"dropped.txt")]`))
	require.Contains(t, body, "市教育局")
}

func TestWithoutScripts(t *testing.T) {
	url := serve(t)
	ctx := browse(t, 1280, 900, chromedp.Flag("blink-settings", "scriptEnabled=false"))
	require.Contains(t, text(t, ctx, chromedp.Navigate(url+"/search?q=%E6%B8%AF")), "港航")
}

// TestSmallScreen holds that no page of 360 pixels scrolls sideways.
func TestSmallScreen(t *testing.T) {
	url := serve(t)
	ctx := browse(t, 360, 800)
	for _, path := range pages {
		do(t, ctx, chromedp.Navigate(url+path))
		wide, err := chromedp.Run(ctx, chromedp.Evaluate[int]("document.documentElement.scrollWidth"))
		require.NoError(t, err)
		require.LessOrEqual(t, wide, 360, path)
	}
	shoot(t, ctx, "small")
}

var pages = []string{"/", "/plan/1", "/plan/1/item/34", "/department?id=%E5%B8%82%E6%95%99%E5%A7%94", "/search?q=%E6%B8%AF", "/nowhere"}

// TestAxe holds that axe-core finds no violation, in both themes.
func TestAxe(t *testing.T) {
	script, err := os.ReadFile(os.Getenv("FANGAN_AXE"))
	if err != nil {
		t.Skip("FANGAN_AXE does not name axe-core's axe.min.js")
	}
	url := serve(t)
	for _, theme := range []string{"light", "dark"} {
		ctx := browse(t, 1280, 900)
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}},
		})
		require.NoError(t, err)
		for _, path := range pages {
			do(t, ctx, chromedp.Navigate(url+path))
			run := string(script) + `;axe.run().then(r => JSON.stringify(r.violations.map(v => [v.id, v.nodes.map(n => n.html)])))`
			found, err := chromedp.Run(ctx, chromedp.Evaluate[string](run, chromedp.EvalAwaitPromise))
			require.NoError(t, err)
			var violations []any
			require.NoError(t, json.Unmarshal([]byte(found), &violations))
			require.Empty(t, violations, fmt.Sprint(theme, path))
		}
		shoot(t, ctx, theme)
	}
}
