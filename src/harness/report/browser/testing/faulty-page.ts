/** A page with every fault that the checks look for: who finds nothing here looks at nothing. */
export const FAULTY_PAGE = `<!doctype html>
<html><head><title></title><style>a { outline: none !important } .pale { color: #ccc; background: #fff }</style></head>
<body>
<img src="http://stagegate.invalid/one.png">
<p id="one" class="pale">Pale</p><p id="one" onclick="alert(1)" style="width: 3000px">Wide</p>
<a href="#nowhere">Nowhere</a> <a href="https://stagegate.invalid/">Outside</a> <a href="#one" tabindex="-1">Skipped</a>
<section aria-labelledby="missing"><h2>Empty</h2></section>
<div style="height: 2000px"></div><h1>GO: below the fold</h1>
<script>console.warn('said'); alert('asked'); null.thrown</script>
</body></html>`
