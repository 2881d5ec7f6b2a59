/** A month of a made-up account in each format: six movements, opening 1,000.00 EUR, closing 2,646.80 EUR. */

export const OFX_1 = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
ENCODING:USASCII
CHARSET:1252

<OFX>
<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS></SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS>
<CURDEF>EUR
<BANKACCTFROM><BANKID>HARBOUR<ACCTID>123456<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST>
<DTSTART>20260301<DTEND>20260331
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260302<TRNAMT>-50.00<FITID>M1<NAME>Timber & Sons<MEMO>Timber &amp; Sons planks</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260303<TRNAMT>-1.60<FITID>M2<NAME>Coffee</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260303<TRNAMT>-1.60<FITID>M3<NAME>Coffee<MEMO></STMTTRN>
<STMTTRN>
<TRNTYPE>CREDIT
<DTPOSTED>20260310120000.000[-5:EST]
<TRNAMT>2000,00
<FITID>M4
<NAME>A < B Ltd
</STMTTRN>
<STMTTRN><TRNTYPE>CHECK<DTPOSTED>20260320<TRNAMT>-200<FITID>M5<CHECKNUM>77<NAME>Rent</STMTTRN>
<STMTTRN><TRNTYPE>FEE<DTPOSTED>20260331<TRNAMT>-100.00<FITID>M6<MEMO>Fee</STMTTRN>
</BANKTRANLIST>
<LEDGERBAL><BALAMT>2646.80<DTASOF>20260331</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1>
</OFX>
`;

export const OFX_2 = `<?xml version="1.0" encoding="UTF-8"?>
<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS>
<CURDEF>EUR</CURDEF>
<CCACCTFROM><ACCTID>4444</ACCTID></CCACCTFROM>
<BANKTRANLIST>
<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260302</DTPOSTED><TRNAMT>-50.00</TRNAMT><FITID>C1</FITID><NAME><![CDATA[Timber & Sons]]></NAME></STMTTRN>
<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260303</DTPOSTED><TRNAMT>-12.34</TRNAMT><CURRENCY><CURRATE>1.1</CURRATE><CURSYM>USD</CURSYM></CURRENCY><FITID>C2</FITID><PAYEE><NAME>Hotel &amp; Bar</NAME></PAYEE></STMTTRN>
<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260304</DTPOSTED><TRNAMT>-9.00</TRNAMT><ORIGCURRENCY><CURRATE>1.1</CURRATE><CURSYM>USD</CURSYM></ORIGCURRENCY><FITID>C3</FITID><NAME>Taxi</NAME></STMTTRN>
<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260305</DTPOSTED><TRNAMT>-9.00</TRNAMT><FITID>C4</FITID><CORRECTFITID>C1</CORRECTFITID><CORRECTACTION>REPLACE</CORRECTACTION></STMTTRN>
</BANKTRANLIST>
<BANKTRANLISTP><DTASOF>20260331</DTASOF><STMTTRNP><TRNTYPE>DEBIT</TRNTYPE><TRNAMT>-1.00</TRNAMT><NAME>Soon</NAME></STMTTRNP></BANKTRANLISTP>
</CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>
`;

/** With a batch of two payments, a reversal, and one that is pending. */
export const CAMT_053 = `<?xml version="1.0" encoding="UTF-8"?>
<b:Document xmlns:b="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<b:BkToCstmrStmt><b:GrpHdr><b:MsgId>1</b:MsgId></b:GrpHdr>
<b:Stmt><b:Id>S1</b:Id>
<b:Acct><b:Id><b:IBAN>DE02120300000000202051</b:IBAN></b:Id></b:Acct>
<b:Bal><b:Tp><b:CdOrPrtry><b:Cd>OPBD</b:Cd></b:CdOrPrtry></b:Tp><b:Amt Ccy="EUR">1000.00</b:Amt><b:CdtDbtInd>CRDT</b:CdtDbtInd></b:Bal>
<b:Bal><b:Tp><b:CdOrPrtry><b:Cd>CLBD</b:Cd></b:CdOrPrtry></b:Tp><b:Amt Ccy="EUR">2646.80</b:Amt><b:CdtDbtInd>CRDT</b:CdtDbtInd></b:Bal>
<b:Ntry><b:NtryRef>1</b:NtryRef><b:Amt Ccy="EUR">53.20</b:Amt><b:CdtDbtInd>DBIT</b:CdtDbtInd><b:Sts><b:Cd>BOOK</b:Cd></b:Sts>
 <b:BookgDt><b:Dt>2026-03-02</b:Dt></b:BookgDt><b:AcctSvcrRef>R1</b:AcctSvcrRef>
 <b:BkTxCd><b:Domn><b:Cd>PMNT</b:Cd><b:Fmly><b:Cd>ICDT</b:Cd><b:SubFmlyCd>ESCT</b:SubFmlyCd></b:Fmly></b:Domn></b:BkTxCd>
 <b:NtryDtls><b:Btch><b:NbOfTxs>2</b:NbOfTxs></b:Btch>
  <b:TxDtls><b:Refs><b:EndToEndId>E1</b:EndToEndId></b:Refs><b:Amt Ccy="EUR">50.00</b:Amt><b:CdtDbtInd>DBIT</b:CdtDbtInd>
   <b:RltdPties><b:Dbtr><b:Pty><b:Nm>Us</b:Nm></b:Pty></b:Dbtr><b:Cdtr><b:Pty><b:Nm>Timber &amp; Sons</b:Nm></b:Pty></b:Cdtr><b:CdtrAcct><b:Id><b:IBAN>DE88</b:IBAN></b:Id></b:CdtrAcct></b:RltdPties>
   <b:RmtInf><b:Ustrd>planks</b:Ustrd><b:Ustrd>and nails</b:Ustrd></b:RmtInf></b:TxDtls>
  <b:TxDtls><b:Refs><b:EndToEndId>NOTPROVIDED</b:EndToEndId></b:Refs><b:Amt Ccy="EUR">3.20</b:Amt><b:CdtDbtInd>DBIT</b:CdtDbtInd>
   <b:RmtInf><b:Strd><b:CdtrRefInf><b:Ref>RF18</b:Ref></b:CdtrRefInf></b:Strd></b:RmtInf></b:TxDtls>
 </b:NtryDtls></b:Ntry>
<b:Ntry><b:NtryRef>2</b:NtryRef><b:Amt Ccy="EUR">200.00</b:Amt><b:CdtDbtInd>DBIT</b:CdtDbtInd><b:Sts><b:Cd>BOOK</b:Cd></b:Sts>
 <b:BookgDt><b:Dt>2026-03-20</b:Dt></b:BookgDt><b:AddtlNtryInf>Rent</b:AddtlNtryInf></b:Ntry>
<b:Ntry><b:NtryRef>3</b:NtryRef><b:Amt Ccy="EUR">100.00</b:Amt><b:CdtDbtInd>CRDT</b:CdtDbtInd><b:RvslInd>true</b:RvslInd><b:Sts><b:Cd>BOOK</b:Cd></b:Sts>
 <b:BookgDt><b:DtTm>2026-03-21T08:00:00+01:00</b:DtTm></b:BookgDt><b:AcctSvcrRef>R3</b:AcctSvcrRef>
 <b:NtryDtls><b:TxDtls><b:RltdPties><b:Cdtr><b:Pty><b:Nm>Shop</b:Nm></b:Pty></b:Cdtr></b:RltdPties><b:RmtInf><b:Ustrd>returned</b:Ustrd></b:RmtInf></b:TxDtls></b:NtryDtls></b:Ntry>
<b:Ntry><b:NtryRef>4</b:NtryRef><b:Amt Ccy="EUR">1800.00</b:Amt><b:CdtDbtInd>CRDT</b:CdtDbtInd><b:Sts><b:Cd>BOOK</b:Cd></b:Sts>
 <b:ValDt><b:Dt>2026-03-31</b:Dt></b:ValDt><b:AcctSvcrRef>NONREF</b:AcctSvcrRef></b:Ntry>
<b:Ntry><b:NtryRef>5</b:NtryRef><b:Amt Ccy="EUR">9.99</b:Amt><b:CdtDbtInd>DBIT</b:CdtDbtInd><b:Sts><b:Cd>PDNG</b:Cd></b:Sts>
 <b:ValDt><b:Dt>2026-04-01</b:Dt></b:ValDt></b:Ntry>
</b:Stmt></b:BkToCstmrStmt></b:Document>
`;

/** With fields after question marks, words between slashes, plain text, a reversal, and a 30th of February. */
export const MT_940 = `{1:F01HARBOURXXXX0000000000}{2:O940}{4:
:20:STARTUMSE
:25:12030000/0000202051EUR
:28C:00003/001
:60F:C260228EUR1000,00
:61:2603020302D50,00NTRFNONREF//4711
:86:166?00UEBERWEISUNG?20EREF+E1?21SVWZ+planks and na?22ils?30BANK
?31DE88?32Timber & Sons
:61:260303D1,60NMSCCOFFEE
:86:Coffee bar
:12:11 o'clock
:61:260303D1,60NMSCCOFFEE
:86:Coffee bar
:12:11 o'clock
:61:2602300301RD2000,NTRFNONREF
:86:/TRTP/SEPA OVERBOEKING/IBAN/NL99/BIC/BANKNL2A/NAME/A B Ltd/REMI/
Invoice 5/EREF/NOTPROVIDED
:61:260320DR200,N024NONREF
:86:Rent
:61:2603310401D100,00NCHGNONREF
:62F:C260331EUR2646,80
-}
`;
