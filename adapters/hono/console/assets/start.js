globalThis.balance.enhance(document);
