// Typesets the LaTeX of generated C# files below the given folders, and fails where KaTeX does not take it as it stands.
const fs = require('fs');
const path = require('path');
const katex = require('/usr/share/nodejs/katex');

const isGenerated = name => name.endsWith('.g.cs') || name.endsWith('.verified.cs');
const files = folder => fs.readdirSync(folder, { recursive: true }).map(name => path.join(folder, name)).filter(isGenerated);
const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function formulas(text) {
    const documented = [...text.matchAll(/LaTeX: <c>(.*?)<\/c>/g)].map(m => m[1].replace(/&(lt|gt|quot|amp);/g, e => entities[e]));
    // The pieces of a string constant, in C#'s escapes, which are JSON's.
    const derived = [...text.matchAll(/^ *latex: ((?:"(?:[^"\\]|\\.)*"[\s+]*)+),$/gm)].map(m => m[1].match(/"(?:[^"\\]|\\.)*"/g).map(JSON.parse).join(''));
    return [documented, derived];
}

const found = process.argv.slice(2).flatMap(files).map(file => formulas(fs.readFileSync(file, 'utf8')));
const [documented, derived] = [0, 1].map(i => new Set(found.flatMap(f => f[i])));
let wrong = 0;
for (const formula of [...documented, ...derived]) {
    try {
        katex.renderToString(formula, { displayMode: true, throwOnError: true, strict: 'error' });
    } catch (e) {
        wrong++;
        console.error(`${e.message}\n    ${formula}`);
    }
}

console.log(`${documented.size} formulas and ${derived.size} derivations, ${wrong} of which KaTeX does not take.`);
process.exit(wrong > 0 || documented.size === 0 || derived.size === 0 ? 1 : 0);
