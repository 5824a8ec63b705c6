/**
 * `npm run verify` checks what is stored (see check-invariants.ts).
 * `npm run verify -- FILE [ATTACHMENT …] [--key PUB] [--json]` checks a signed document, offline (see verify-document.ts).
 */
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
await import(files.length > 0 ? './verify-document.ts' : './check-invariants.ts');
