import { type Element, elementAt, elementsAt, textAt } from "./markup.ts";

/** What tells of an entry's purpose, best first, and what is left to say where nothing does. */
export function camtTexts(entry: Element, details: Element | null) {
  const remittance = details && elementAt(details, "RmtInf");
  const purpose = remittance
    ? [
      ...elementsAt(remittance, "Ustrd").map(({ text }) => text),
      ...elementsAt(remittance, "Strd/CdtrRefInf/Ref").map(({ text }) => text),
      ...elementsAt(remittance, "Strd/AddtlRmtInf").map(({ text }) => text),
    ]
    : [];
  const more = [
    textAt(details ?? undefined, "AddtlTxInf"),
    textAt(entry, "AddtlNtryInf"),
  ];
  const bankCode = codeOf(entry) ?? (details && codeOf(details));
  return {
    purpose: purpose.some((text) => text !== "") ? purpose : more,
    otherwise: [bankCode],
    bankCode,
  };
}

/** `PMNT/RCDT/ESCT`, or the bank's own code. */
function codeOf(element: Element): string | null {
  const domain = elementAt(element, "BkTxCd/Domn");
  const parts = [
    textAt(domain, "Cd"),
    textAt(domain, "Fmly/Cd"),
    textAt(domain, "Fmly/SubFmlyCd"),
  ].filter((part) => part !== null);
  return parts.length > 0
    ? parts.join("/")
    : textAt(element, "BkTxCd/Prtry/Cd");
}

/** Who stands on the other side, by the last party named where there are two, and the account. */
export function camtParty(details: Element, side: "Cdtr" | "Dbtr") {
  const parties = elementAt(details, "RltdPties");
  const nameAt = (role: string) =>
    textAt(parties, `${role}/Nm`) ?? textAt(parties, `${role}/Pty/Nm`);
  const account = elementAt(parties, `${side}Acct/Id`);
  return {
    name: nameAt(side) ?? nameAt(`Ultmt${side}`),
    account: textAt(account, "IBAN") ?? textAt(account, "Othr/Id"),
  };
}
