//! What has a name in mathematics.

use super::class::Class::{self, *};

/// Signs by their names, sorted by these.
#[rustfmt::skip]
const NAMED: &[(&str, char, Class)] = &[
    ("#", '#', Ordinary), ("$", '$', Ordinary), ("%", '%', Ordinary), ("&", '&', Ordinary), ("AA", 'Å', Ordinary),
    ("Delta", 'Δ', Ordinary), ("Downarrow", '⇓', Relation), ("Gamma", 'Γ', Ordinary), ("Im", 'ℑ', Ordinary),
    ("L", 'Ł', Ordinary), ("Lambda", 'Λ', Ordinary), ("Leftarrow", '⇐', Relation), ("Leftrightarrow", '⇔', Relation),
    ("Longrightarrow", '⟹', Relation), ("O", 'Ø', Ordinary), ("Omega", 'Ω', Ordinary), ("P", '¶', Ordinary),
    ("Phi", 'Φ', Ordinary), ("Pi", 'Π', Ordinary), ("Psi", 'Ψ', Ordinary), ("Re", 'ℜ', Ordinary),
    ("Rightarrow", '⇒', Relation), ("S", '§', Ordinary), ("Sigma", 'Σ', Ordinary), ("Theta", 'Θ', Ordinary),
    ("Uparrow", '⇑', Relation), ("Upsilon", 'Υ', Ordinary), ("Vert", '‖', Ordinary), ("Xi", 'Ξ', Ordinary),
    ("[", '[', Open), ("]", ']', Close), ("_", '_', Ordinary), ("ae", 'æ', Ordinary), ("aleph", 'ℵ', Ordinary),
    ("alpha", 'α', Ordinary), ("angle", '∠', Ordinary), ("approx", '≈', Relation), ("ast", '∗', Binary),
    ("asymp", '≍', Relation), ("backslash", '\\', Ordinary), ("because", '∵', Relation), ("beta", 'β', Ordinary),
    ("bigcap", '⋂', Large), ("bigcup", '⋃', Large), ("blacksquare", '■', Ordinary), ("bot", '⊥', Relation),
    ("bullet", '∙', Binary), ("cap", '∩', Binary), ("cdot", '⋅', Binary),
    ("cdots", '⋯', Ordinary), ("chi", 'χ', Ordinary), ("circ", '∘', Binary), ("clubsuit", '♣', Ordinary),
    ("colon", ':', Punctuation), ("coloneq", '≔', Relation), ("cong", '≅', Relation), ("coprod", '∐', Large),
    ("cup", '∪', Binary), ("dag", '†', Binary), ("dagger", '†', Binary), ("dashv", '⊣', Relation),
    ("ddag", '‡', Binary), ("ddagger", '‡', Binary), ("ddots", '⋱', Ordinary), ("degree", '°', Ordinary),
    ("delta", 'δ', Ordinary), ("diamond", '⋄', Binary), ("diamondsuit", '♢', Ordinary), ("digamma", 'ϝ', Ordinary),
    ("div", '÷', Binary), ("doteq", '≐', Relation), ("dots", '…', Ordinary), ("downarrow", '↓', Relation),
    ("ell", 'ℓ', Ordinary), ("emptyset", '∅', Ordinary), ("epsilon", 'ε', Ordinary), ("equiv", '≡', Relation),
    ("eta", 'η', Ordinary), ("exists", '∃', Ordinary), ("flat", '♭', Ordinary), ("forall", '∀', Ordinary),
    ("gamma", 'γ', Ordinary), ("ge", '≥', Relation), ("geq", '≥', Relation), ("geqslant", '⩾', Relation),
    ("gets", '←', Relation), ("gg", '≫', Relation), ("gtrsim", '≳', Relation), ("hbar", 'ħ', Ordinary),
    ("heartsuit", '♡', Ordinary), ("hookleftarrow", '↩', Relation), ("hookrightarrow", '↪', Relation),
    ("iff", '⇔', Relation), ("iiint", '∭', Large), ("iint", '∬', Large), ("imath", 'ı', Ordinary),
    ("implies", '⇒', Relation), ("in", '∈', Relation), ("infty", '∞', Ordinary), ("int", '∫', Large),
    ("iota", 'ι', Ordinary), ("jmath", 'ȷ', Ordinary), ("kappa", 'κ', Ordinary), ("l", 'ł', Ordinary),
    ("lambda", 'λ', Ordinary), ("land", '∧', Binary), ("langle", '⟨', Open), ("lbrace", '{', Open),
    ("lbrack", '[', Open), ("lceil", '⌈', Open), ("ldotp", '.', Punctuation), ("ldots", '…', Ordinary),
    ("le", '≤', Relation), ("leftarrow", '←', Relation), ("leftrightarrow", '↔', Relation), ("leq", '≤', Relation),
    ("leqslant", '⩽', Relation), ("lesssim", '≲', Relation), ("lfloor", '⌊', Open), ("ll", '≪', Relation),
    ("lnot", '¬', Ordinary), ("longleftarrow", '⟵', Relation), ("longrightarrow", '⟶', Relation), ("lor", '∨', Binary),
    ("mapsto", '↦', Relation), ("mid", '∣', Relation), ("models", '⊧', Relation), ("mp", '∓', Binary),
    ("mu", 'μ', Ordinary), ("nabla", '∇', Ordinary), ("natural", '♮', Ordinary), ("ne", '≠', Relation),
    ("nearrow", '↗', Relation), ("neg", '¬', Ordinary), ("neq", '≠', Relation), ("nexists", '∄', Ordinary),
    ("ngeq", '≱', Relation), ("ni", '∋', Relation), ("nleq", '≰', Relation), ("notin", '∉', Relation),
    ("nu", 'ν', Ordinary), ("nwarrow", '↖', Relation), ("o", 'ø', Ordinary), ("odot", '⊙', Binary),
    ("oint", '∮', Large), ("omega", 'ω', Ordinary), ("ominus", '⊖', Binary), ("oplus", '⊕', Binary),
    ("oslash", '⊘', Binary), ("otimes", '⊗', Binary), ("parallel", '∥', Relation), ("partial", '∂', Ordinary),
    ("perp", '⊥', Relation), ("phi", 'ϕ', Ordinary), ("pi", 'π', Ordinary), ("pm", '±', Binary),
    ("prec", '≺', Relation), ("preceq", '≼', Relation), ("prime", '′', Ordinary), ("prod", '∏', Large),
    ("propto", '∝', Relation), ("psi", 'ψ', Ordinary), ("rangle", '⟩', Close), ("rbrace", '}', Close),
    ("rbrack", ']', Close), ("rceil", '⌉', Close), ("rfloor", '⌋', Close), ("rho", 'ρ', Ordinary),
    ("rightarrow", '→', Relation), ("rightleftharpoons", '⇌', Relation), ("searrow", '↘', Relation),
    ("setminus", '∖', Binary), ("sharp", '♯', Ordinary), ("sigma", 'σ', Ordinary), ("sim", '∼', Relation),
    ("simeq", '≃', Relation), ("spadesuit", '♠', Ordinary), ("sqcap", '⊓', Binary), ("sqcup", '⊔', Binary),
    ("square", '□', Ordinary), ("ss", 'ß', Ordinary), ("star", '⋆', Binary), ("subset", '⊂', Relation),
    ("subseteq", '⊆', Relation), ("succ", '≻', Relation), ("succeq", '≽', Relation), ("sum", '∑', Large),
    ("supset", '⊃', Relation), ("supseteq", '⊇', Relation), ("surd", '√', Ordinary), ("swarrow", '↙', Relation),
    ("tau", 'τ', Ordinary), ("therefore", '∴', Relation), ("theta", 'θ', Ordinary), ("times", '×', Binary),
    ("to", '→', Relation), ("top", '⊤', Relation), ("triangle", '△', Ordinary), ("triangleq", '≜', Relation),
    ("uparrow", '↑', Relation), ("updownarrow", '↕', Relation), ("uplus", '⊎', Binary), ("upsilon", 'υ', Ordinary),
    ("varepsilon", 'ε', Ordinary), ("varkappa", 'ϰ', Ordinary), ("varnothing", '∅', Ordinary),
    ("varphi", 'φ', Ordinary), ("varpi", 'ϖ', Ordinary), ("varrho", 'ϱ', Ordinary), ("varsigma", 'ς', Ordinary),
    ("vartheta", 'ϑ', Ordinary), ("vdash", '⊢', Relation), ("vdots", '⋮', Ordinary), ("vee", '∨', Binary),
    ("vert", '|', Ordinary), ("wedge", '∧', Binary), ("xi", 'ξ', Ordinary), ("zeta", 'ζ', Ordinary), ("{", '{', Open),
    ("|", '‖', Ordinary), ("}", '}', Close),
];

/// Functions, which are written upright, sorted.
#[rustfmt::skip]
pub(super) const FUNCTIONS: &[&str] = &[
    "Pr", "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "sec", "sin", "sinh", "sup", "tan", "tanh",
];

/// The sign that has a name, written without its backslash.
pub(super) fn named(name: &str) -> Option<(char, Class)> {
    let at = NAMED.binary_search_by_key(&name, |row| row.0).ok()?;
    Some((NAMED[at].1, NAMED[at].2))
}

/// What a character is that was written as it is.
pub(super) fn class(c: char) -> Class {
    match c {
        '+' | '-' | '*' => Binary,
        '=' | '<' | '>' | ':' => Relation,
        '(' | '[' => Open,
        ')' | ']' | '!' => Close,
        ',' | ';' | '.' => Punctuation,
        c if c.is_ascii() || c.is_alphabetic() => Ordinary,
        // what could have been written by its name is the same
        c => {
            for row in NAMED {
                if row.1 == c {
                    return row.2;
                }
            }
            if c == '−' { Binary } else { Ordinary }
        }
    }
}

/// All names, and what they mean.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = (&'static str, char)> {
    NAMED.iter().map(|row| (row.0, row.1))
}
