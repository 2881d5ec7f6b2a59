// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
export interface paths {
    readonly "/api/v1/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who is signed in, and what they may do
         * @description An API key is told the same of itself.
         */
        readonly get: operations["get_api_v1_session"];
        readonly put?: never;
        /**
         * Sign in with a one-time code
         * @description The code of `deno task sign-in`, which is good once and for ten minutes.
         */
        readonly post: operations["post_api_v1_session"];
        /**
         * Sign out
         * @description At once, in every process.
         */
        readonly delete: operations["delete_api_v1_session"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/invitations/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Become a member by an invitation's code
         * @description Once. Refused, too, when who invited has left or may not give this role any more.
         */
        readonly post: operations["post_api_v1_invitations_accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/records": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List records, latest first */
        readonly get: operations["get_api_v1_records"];
        readonly put?: never;
        /**
         * Push records
         * @description 1 to 5,000 records, all or none. The same external id with the same content is a duplicate; with other content a conflict, kept aside, and the record stays as it was. With `Prefer: respond-async` the set is kept as a delivery and taken in afterwards.
         */
        readonly post: operations["post_api_v1_records"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/records/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a record
         * @description With its payload as received, every trace it ever had, and conflicting content kept aside.
         */
        readonly get: operations["get_api_v1_records_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Correct a record
         * @description What a person says of a record; no machine changes these fields again. A category settles the record and teaches.
         */
        readonly patch: operations["patch_api_v1_records_id"];
        readonly trace?: never;
    };
    readonly "/api/v1/records/{id}/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Explain a record's decision
         * @description The trace in full: each rule tried or skipped and why, the approved records alike, the model's answer, and the thresholds then in force.
         */
        readonly get: operations["get_api_v1_records_id_explain"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/records/reprocess": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Process records again
         * @description By ids, or a page of those that a filter lets through. What a person settled stays as it is.
         */
        readonly post: operations["post_api_v1_records_reprocess"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conflicts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List versions that were kept aside, latest first */
        readonly get: operations["get_api_v1_conflicts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conflicts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a version that was kept aside, beside its record
         * @description The ETag is the record's version.
         */
        readonly get: operations["get_api_v1_conflicts_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conflicts/{id}/resolve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say what a version kept aside is
         * @description `take_new`: the record takes it; a person's category stays, and any other decision is made anew. `keep_old`: the record stays as it is. `both`: it is another transaction, and becomes a record of its own. Resolved once; the same verdict again changes nothing. `If-Match` names the record's version.
         */
        readonly post: operations["post_api_v1_conflicts_id_resolve"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/receipts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List receipts, latest first */
        readonly get: operations["get_api_v1_receipts"];
        readonly put?: never;
        /**
         * Upload a receipt
         * @description The body is the file itself. Its type is read from its first bytes, whatever is claimed. The same bytes once more are the receipt that is there, now for this record as well.
         */
        readonly post: operations["post_api_v1_receipts"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/receipts/from-url": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Fetch a receipt from an address
         * @description The file at a public https address, as if you had sent it: its type is read from its first bytes.
         */
        readonly post: operations["post_api_v1_receipts_from_url"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/receipts/upload-link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Get an address that takes a receipt's bytes past this service
         * @description Where files are kept in a bucket: PUT just these bytes to `url` with these `headers` within a quarter of an hour, then complete the upload. Elsewhere 409: send the bytes here.
         */
        readonly post: operations["post_api_v1_receipts_upload_link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/receipts/complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Make a receipt of what was uploaded
         * @description It is read, verified and kept under another key, so that whoever still has the address cannot change it.
         */
        readonly post: operations["post_api_v1_receipts_complete"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/receipts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Show a receipt */
        readonly get: operations["get_api_v1_receipts_id"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a receipt
         * @description Links to it end at once; its file follows.
         */
        readonly delete: operations["delete_api_v1_receipts_id"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Attach a receipt, detach it, or correct what is told of it
         * @description What is left out stays as it is.
         */
        readonly patch: operations["patch_api_v1_receipts_id"];
        readonly trace?: never;
    };
    readonly "/api/v1/receipts/{id}/proposals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the records that a receipt may be for, and why
         * @description By what somebody read off it: amount, time and counterparty. The likeliest first, at most ten; none where it tells neither amount nor time. Nothing is attached: that is for a person, by `PATCH /receipts/{id}`.
         */
        readonly get: operations["get_api_v1_receipts_id_proposals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/receipts/{id}/link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A link to the file
         * @description Whoever has it reads the file, without signing in, for five minutes.
         */
        readonly get: operations["get_api_v1_receipts_id_link"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/deliveries/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read a delivery */
        readonly get: operations["get_api_v1_deliveries_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/deliveries/{id}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take a failed delivery in once more */
        readonly post: operations["post_api_v1_deliveries_id_retry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/records/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Import a file of records
         * @description CSV, NDJSON, OFX or QFX, CAMT.053 or MT940, as the body. It is kept, and taken in afterwards: rows that cannot be read are told by their lines, the others are taken in. The same file again adds nothing, and statements that overlap are merged.
         */
        readonly post: operations["post_api_v1_records_import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/records/import/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * See what a file would be taken for
         * @description Up to 1 MiB: a file, or its beginning. Tells format and encoding, of CSV the columns' roles, how dates and decimals are written, the first 20 rows, and what stands in the way. Nothing is kept.
         */
        readonly post: operations["post_api_v1_records_import_preview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List imports, latest first */
        readonly get: operations["get_api_v1_imports"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/imports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read an import: how far it is, and what came of its rows */
        readonly get: operations["get_api_v1_imports_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/imports/{id}/bad-rows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what was said of an import's rows
         * @description In the file's order, the first 10,000: rows that cannot be read, conflicts, rows that are not for taking in, and what is to be known of the file. Lines count from 1.
         */
        readonly get: operations["get_api_v1_imports_id_bad_rows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/import-mappings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List mappings of columns, latest first */
        readonly get: operations["get_api_v1_import_mappings"];
        readonly put?: never;
        /**
         * Save how a kind of CSV file is read
         * @description Columns by the names that the file gives them. A mapping never changes: the same name again is its next number, with an id of its own.
         */
        readonly post: operations["post_api_v1_import_mappings"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/import-mappings/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read a mapping of columns */
        readonly get: operations["get_api_v1_import_mappings_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/categories": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List categories, oldest first
         * @description Archived ones too.
         */
        readonly get: operations["get_api_v1_categories"];
        readonly put?: never;
        /** Create one category, or up to 500 at once */
        readonly post: operations["post_api_v1_categories"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/categories/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read a category */
        readonly get: operations["get_api_v1_categories_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Rename, move, archive or bring back a category
         * @description Its id, and what was decided with it, stay.
         */
        readonly patch: operations["patch_api_v1_categories_id"];
        readonly trace?: never;
    };
    readonly "/api/v1/rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List rules in the order they are tried
         * @description As they are, or as they were at a time or in a version.
         */
        readonly get: operations["get_api_v1_rules"];
        readonly put?: never;
        /**
         * Create a rule
         * @description Rules are tried in order; the first that matches decides, unless it says `continue`.
         */
        readonly post: operations["post_api_v1_rules"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/order": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Put the rules in order
         * @description All of them in their order, or moves of some. Its version is that of the whole set, as the list shows it.
         */
        readonly put: operations["put_api_v1_rules_order"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try rules on a record
         * @description A stored record or one that is sent; one draft rule (`rule`), one in force (`rule_id`) among all others, or every rule; of now, or of a time or version. Tells which rules matched, which condition failed, why another rule won, and what the record would become.
         */
        readonly post: operations["post_api_v1_rules_test"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/overlaps": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Find what is wrong with the rules
         * @description Rules that say the same, never win, contradict one another, never hit, or match too much: proven by the rules themselves, or suspected from the latest 5,000 records.
         */
        readonly get: operations["get_api_v1_rules_overlaps"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export the rules
         * @description The whole set as one document, laid out so that two versions of it compare line by line. `POST /rules/import` takes it back.
         */
        readonly get: operations["get_api_v1_rules_export"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Import rules
         * @description Puts the rules of a document in the place of all that are in force, in one version. A rule whose id is in force is changed, any other is created with an id of its own, and a rule in force that the document does not have is removed.
         */
        readonly post: operations["post_api_v1_rules_import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/{id}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the versions of a rule
         * @description The latest first, also of a rule that was removed. Each stood in every version of the set from `ruleset_from` on and before `ruleset_to`.
         */
        readonly get: operations["get_api_v1_rules_id_versions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/suggestions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Rules that people's decisions speak for
         * @description Short conditions on which people agreed, that decide what no rule does yet; at most 50, those that save most first. They are read from the latest 10,000 records that people decided and the latest 10,000 of all, and nothing is kept of it.
         */
        readonly get: operations["get_api_v1_rules_suggestions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/suggestions/{id}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Make a rule of a suggestion
         * @description At the end of the set. Suggestions are read anew: one that is no longer offered is missing.
         */
        readonly post: operations["post_api_v1_rules_suggestions_id_accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/suggestions/{id}/dismiss": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Keep a suggestion from being offered again
         * @description Nor is one that says the same of nearly the same records. Dismissing it again does nothing.
         */
        readonly post: operations["post_api_v1_rules_suggestions_id_dismiss"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/backtest": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try changes of the rules on stored records
         * @description Nothing is written but the report, which a job fills. Changes are made in order, each on what the ones before it left.
         */
        readonly post: operations["post_api_v1_rules_backtest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/backtests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List back-tests, latest first */
        readonly get: operations["get_api_v1_rules_backtests"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/backtests/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read a back-test: how far it is, and what it found */
        readonly get: operations["get_api_v1_rules_backtests_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/backtests/{id}/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the records that a back-test found to change
         * @description Field by field, before and after; the latest record first.
         */
        readonly get: operations["get_api_v1_rules_backtests_id_changes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/backtests/{id}/activate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Put the changes of a back-test in force, just as tested
         * @description With `apply_to_history` a run carries out the very differences shown, but for those that become `undecided`.
         */
        readonly post: operations["post_api_v1_rules_backtests_id_activate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/{id}/apply": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Apply a rule to records that were decided already
         * @description In its place among the others; what a person settled stays. The run can be undone.
         */
        readonly post: operations["post_api_v1_rules_id_apply"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List runs, latest first */
        readonly get: operations["get_api_v1_rules_runs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/runs/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read a run */
        readonly get: operations["get_api_v1_rules_runs_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/runs/{id}/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the records that a run changed, and what an undo did */
        readonly get: operations["get_api_v1_rules_runs_id_changes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/runs/{id}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take a run back
         * @description Restores just what the run changed; what changed since is left, and told field by field.
         */
        readonly post: operations["post_api_v1_rules_runs_id_undo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read a rule */
        readonly get: operations["get_api_v1_rules_id"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a rule
         * @description Earlier versions of the set, which traces name, keep it.
         */
        readonly delete: operations["delete_api_v1_rules_id"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change parts of a rule
         * @description It keeps its place and becomes its next version.
         */
        readonly patch: operations["patch_api_v1_rules_id"];
        readonly trace?: never;
    };
    readonly "/api/v1/approvals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List approvals of one state
         * @description Oldest first unless another order is asked for. Everything but the state is asked of what waits alone.
         */
        readonly get: operations["get_api_v1_approvals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/groups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what waits by what is alike, the largest groups first
         * @description Alike are items with the same words, numbers aside, the same context and the same suggestion.
         */
        readonly get: operations["get_api_v1_approvals_groups"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/groups/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the items of a group
         * @description Those with most at stake first.
         */
        readonly get: operations["get_api_v1_approvals_groups_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/groups/decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decide just the items that were shown, all of them or none
         * @description One verdict for up to 1,000 items, named by id, so that what came meanwhile is not touched. Where one of them is not as it was shown, none is decided, and `changed` says which. Undone as a whole by `decision_id`.
         */
        readonly post: operations["post_api_v1_approvals_groups_decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read an approval */
        readonly get: operations["get_api_v1_approvals_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/claim": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Claim waiting approvals
         * @description The sole right to decide them until the lease runs out. What another holds is passed over, and so is what needs another member than the caller. Each claim numbers the lease anew (`lease.token`).
         */
        readonly post: operations["post_api_v1_approvals_claim"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/next": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Claim the next approval
         * @description What the caller holds already comes first. `prefetch`: so many after it besides, each with a lease of its own.
         */
        readonly post: operations["post_api_v1_approvals_next"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/renew": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Prolong leases
         * @description Each is prolonged, or told as lost, by itself.
         */
        readonly post: operations["post_api_v1_approvals_renew"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give leases back */
        readonly post: operations["post_api_v1_approvals_release"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/{id}/decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decide an approval
         * @description Of several people who decide one item just one wins. Above the tenant's `four_eyes_above` the first member's word leaves it waiting for a second one's. `create_rule` makes a rule along with it, at the end of the set; it needs `rules.write` too. With `dry_run` nothing is decided and nothing made: `draft` shows the rule and what it would have changed; it needs `rules.read`.
         */
        readonly post: operations["post_api_v1_approvals_id_decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/decide-many": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decide up to 1,000 approvals
         * @description Each stands or is refused by itself.
         */
        readonly post: operations["post_api_v1_approvals_decide_many"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/{id}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Undo what was last decided of an approval
         * @description The record is as it was before, and what the decision taught is forgotten. Others that were decided in the same step stay decided. While two members are to agree, it is what the caller said that is taken back.
         */
        readonly post: operations["post_api_v1_approvals_id_undo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/decisions/{id}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Undo all that was decided in one step
         * @description All or nothing: where something was changed since, by a correction, a run of rules or an erasure, nothing is undone, and `changed` says which.
         */
        readonly post: operations["post_api_v1_approvals_decisions_id_undo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/{id}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read what happened to an approval, and who did it */
        readonly get: operations["get_api_v1_approvals_id_history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/{id}/comments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Comment on an approval */
        readonly post: operations["post_api_v1_approvals_id_comments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/assign": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask one member about approvals before all others
         * @description Null: nobody any more. An item whose assignee left, or may not decide any more, is everybody's again.
         */
        readonly post: operations["post_api_v1_approvals_assign"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/take": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take approvals on: be asked about them before all others */
        readonly post: operations["post_api_v1_approvals_take"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/review-queues": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the review queues, in order, and what waits in each
         * @description The first queue whose conditions hold takes an item.
         */
        readonly get: operations["get_api_v1_review_queues"];
        readonly put?: never;
        /** Make a review queue, behind the others */
        readonly post: operations["post_api_v1_review_queues"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/review-queues/order": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Put the review queues in order */
        readonly put: operations["put_api_v1_review_queues_order"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/review-queues/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a review queue
         * @description What was in it is in the next whose conditions hold.
         */
        readonly delete: operations["delete_api_v1_review_queues_id"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a review queue
         * @description What is given takes the place of what was there; conditions as a whole.
         */
        readonly patch: operations["patch_api_v1_review_queues_id"];
        readonly trace?: never;
    };
    readonly "/api/v1/quality": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read how well records are decided
         * @description How much was settled without a person and how right that was, by the audits; what each step adds, and what other targets would settle. By the time of decisions: the last 90 days where nothing else is asked for.
         */
        readonly get: operations["get_api_v1_quality"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List reports, latest first */
        readonly get: operations["get_api_v1_reports"];
        readonly put?: never;
        /**
         * Ask for a report
         * @description A job makes it: read it until its `state` is `done`, `failed` or `cancelled`. What a report says never changes.
         */
        readonly post: operations["post_api_v1_reports"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/reports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Show a report: how far it is, and its figures once it is done */
        readonly get: operations["get_api_v1_reports_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/reports/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give up a report that is not done */
        readonly post: operations["post_api_v1_reports_id_cancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/reports/{id}/formats": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask for more formats of a report
         * @description They are made of the rows that the report kept, and so say the same, whatever happened to the records since. One whose file the storage lost is made again.
         */
        readonly post: operations["post_api_v1_reports_id_formats"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/reports/{id}/download": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Download a report
         * @description Needs a key or a session each time; for a link that stands by itself for a while see `link`.
         */
        readonly get: operations["get_api_v1_reports_id_download"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/reports/{id}/link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A link to a file of a report
         * @description Whoever has it reads the file, without signing in, for five minutes. Ask again for another one.
         */
        readonly get: operations["get_api_v1_reports_id_link"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/report-schedules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List report schedules */
        readonly get: operations["get_api_v1_report_schedules"];
        readonly put?: never;
        /**
         * Have a report made again and again
         * @description Each time one report is made, and told of by a notice (`report_ready`). After a stop one is made for the last time that was missed.
         */
        readonly post: operations["post_api_v1_report_schedules"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/report-schedules/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Show a report schedule */
        readonly get: operations["get_api_v1_report_schedules_id"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a report schedule
         * @description The reports that it had made stay.
         */
        readonly delete: operations["delete_api_v1_report_schedules_id"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change, pause or resume a report schedule
         * @description What is left out stays; `report` is given whole. Reports that a pause left out are not made later.
         */
        readonly patch: operations["patch_api_v1_report_schedules_id"];
        readonly trace?: never;
    };
    readonly "/api/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the event log, or follow it
         * @description By `seq`. `next_cursor` is the last `seq` shown: pass it as `after` (or `cursor`), now or later, to go on; it is null when nothing was there. With `wait` the answer comes as soon as there is an event, and `next_cursor` is how far the log was read. With `Accept: text/event-stream` the answer is a stream that goes on from `Last-Event-ID` or `after`, and without either from the log's end; it takes neither `limit` nor `wait`.
         */
        readonly get: operations["get_api_v1_events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/events/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Check the log's chain
         * @description Reads the whole log and checks every number and every hash.
         */
        readonly get: operations["get_api_v1_events_verify"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/events/checkpoint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where the log stands
         * @description Keep it where nobody who writes to the database can: `deno task audit` shows with it that nothing up to here was rewritten or cut off.
         */
        readonly get: operations["get_api_v1_events_checkpoint"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/events/checkpoints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where the log stood, day by day
         * @description The latest first. `deno task audit` takes the answer as it is; keep it where nobody who writes to the database can. The log tells of each as `CHECKPOINT_TAKEN`, so who is sent events is sent these.
         */
        readonly get: operations["get_api_v1_events_checkpoints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/events/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export the log
         * @description Lines of JSON: where the log stands, its events from there on, and where it stands then; without that last line the export was cut off. `deno task audit` verifies it without this service.
         */
        readonly get: operations["get_api_v1_events_export"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/dead-letters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List jobs that were given up, latest first */
        readonly get: operations["get_api_v1_dead_letters"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/dead-letters/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read a dead letter */
        readonly get: operations["get_api_v1_dead_letters_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/dead-letters/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send dead letters again
         * @description Those that the filter lets through and that were not sent again yet, the latest first, as new jobs. Records that show `failed` wait again; what a person settled stays as it is. `per_second` spreads the jobs out.
         */
        readonly post: operations["post_api_v1_dead_letters_replay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/manifests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the sources that are known
         * @description Name one as `manifest` when you create a connection, or copy its settings and change them.
         */
        readonly get: operations["get_api_v1_connections_manifests"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/sync": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Fetch from a source now
         * @description Begins the connection's schedule too. What a pull brings and how it went is in the connection's health and in its payloads.
         */
        readonly post: operations["post_api_v1_connections_id_sync"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/oauth/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Begin to authorise a connection at its source
         * @description Send a person to the address in the answer. The source sends them back to `/api/v1/connections/oauth/callback` (register it there), where whoever began this must be signed in; an integrator with an address of their own (`redirect_uri`) calls that operation with what was brought back.
         */
        readonly get: operations["get_api_v1_connections_id_oauth_start"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/oauth/callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Bring back what a source answered
         * @description The code is exchanged for tokens, which are sealed, and the first pull begins. Good once, within ten minutes, for who began.
         */
        readonly get: operations["get_api_v1_connections_oauth_callback"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/oauth/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Forget a connection's tokens, and tell its source */
        readonly post: operations["post_api_v1_connections_id_oauth_revoke"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List connections, oldest first */
        readonly get: operations["get_api_v1_connections"];
        readonly put?: never;
        /**
         * Create a connection
         * @description External ids are unique within one connection. A webhook's secret is in this answer and nowhere else, unless you name one.
         */
        readonly post: operations["post_api_v1_connections"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read a connection */
        readonly get: operations["get_api_v1_connections_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Rename, change or archive a connection
         * @description An archived connection takes nothing in any more; its records stay, and so does everything decided about them.
         */
        readonly patch: operations["patch_api_v1_connections_id"];
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/rotate-secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a connection another secret
         * @description The earlier secret of a webhook is taken for 24 hours more, so that the sender can be changed in between. One is made where none is named; it is in this answer and nowhere else.
         */
        readonly post: operations["post_api_v1_connections_id_rotate_secret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read how a connection does, and why
         * @description Told by what became of its webhooks and pulls, not by asking the source now. `degraded` works, with failures in a row; `broken` is tried once in a while; `needs_reauth` waits for somebody to authorise it anew; `paused` was told to wait.
         */
        readonly get: operations["get_api_v1_connections_id_health"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Pause a connection
         * @description Webhooks that arrive meanwhile are kept and not taken in; nothing is fetched.
         */
        readonly post: operations["post_api_v1_connections_id_pause"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Let a connection go on
         * @description What was kept meanwhile is taken in now.
         */
        readonly post: operations["post_api_v1_connections_id_resume"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/mappings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the mappings that a connection has had, oldest first */
        readonly get: operations["get_api_v1_connections_id_mappings"];
        readonly put?: never;
        /**
         * Put a mapping in force
         * @description It holds for what is received from now on. Earlier mappings stay in the list, and what they made stays as it is: `remap` shows and makes the difference.
         */
        readonly post: operations["post_api_v1_connections_id_mappings"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/mappings/try": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try a mapping on a payload
         * @description Shows what it makes, as it is and as records, or why it makes none. Nothing is kept.
         */
        readonly post: operations["post_api_v1_connections_id_mappings_try"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/remap/compare": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Show what a mapping would make of what was received before
         * @description Each payload that was taken in and is still kept, the latest first: what this mapping makes of it, against what was made. Nothing is changed.
         */
        readonly post: operations["post_api_v1_connections_id_remap_compare"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/remap": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Apply the mapping in force to what was received before
         * @description Records whose standing version came of such a payload take what is made of it now. What a person decided or corrected stays; anything else is decided anew.
         */
        readonly post: operations["post_api_v1_connections_id_remap"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/payloads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List what sources sent or listed, the latest first */
        readonly get: operations["get_api_v1_payloads"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/payloads/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read a payload as it came */
        readonly get: operations["get_api_v1_payloads_id"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/payloads/{id}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take a payload in again that failed or conflicts */
        readonly post: operations["post_api_v1_payloads_id_replay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/connections/{id}/replay-failed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take in again what failed of a connection
         * @description Up to 1000 payloads, the latest first; ask again for more.
         */
        readonly post: operations["post_api_v1_connections_id_replay_failed"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/notifications/endpoints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List endpoints for notices, oldest first */
        readonly get: operations["get_api_v1_notifications_endpoints"];
        readonly put?: never;
        /**
         * Create an endpoint for notices
         * @description The secret is in this answer and nowhere else; a repeated request gets null in its place.
         */
        readonly post: operations["post_api_v1_notifications_endpoints"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/notifications/endpoints/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read an endpoint for notices */
        readonly get: operations["get_api_v1_notifications_endpoints_id"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove an endpoint for notices
         * @description Its address and secrets go; the deliveries to it stay in the list.
         */
        readonly delete: operations["delete_api_v1_notifications_endpoints_id"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change an endpoint for notices
         * @description What is not named stays. Enabled again it starts as if it had never failed.
         */
        readonly patch: operations["patch_api_v1_notifications_endpoints_id"];
        readonly trace?: never;
    };
    readonly "/api/v1/notifications/endpoints/{id}/rotate-secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give an endpoint a new secret
         * @description For `overlap_s` seconds messages carry two signatures, by the new secret and by the one before. The secret is in this answer and nowhere else; a repeated request gets null in its place.
         */
        readonly post: operations["post_api_v1_notifications_endpoints_id_rotate_secret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/notifications/endpoints/{id}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send a test to an endpoint
         * @description On the way that all notices take: see the deliveries for what came of it.
         */
        readonly post: operations["post_api_v1_notifications_endpoints_id_test"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/notifications/endpoints/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** See what an endpoint is sent of the event log, and how far it is */
        readonly get: operations["get_api_v1_notifications_endpoints_id_events"];
        /**
         * Have an endpoint sent the event log
         * @description From behind `after` on; without it from the log's end, or, where it is sent the log already, from where it is.
         */
        readonly put: operations["put_api_v1_notifications_endpoints_id_events"];
        readonly post?: never;
        /** Have an endpoint sent no more of the event log */
        readonly delete: operations["delete_api_v1_notifications_endpoints_id_events"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change, pause, resume or rewind a feed
         * @description What is not named stays. `cursor` is the last `seq` that counts as acknowledged: back, and events are sent again; forth, and those before are not sent. What waited for its next attempt is tried at once.
         */
        readonly patch: operations["patch_api_v1_notifications_endpoints_id_events"];
        readonly trace?: never;
    };
    readonly "/api/v1/notifications/preferences": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read what you are told by e-mail
         * @description A member's own; a key has none.
         */
        readonly get: operations["get_api_v1_notifications_preferences"];
        /**
         * Choose what you are told by e-mail
         * @description In the place of what was chosen before; kinds that are not named are as the role has them.
         */
        readonly put: operations["put_api_v1_notifications_preferences"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/notifications/settings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read when the company is told of things */
        readonly get: operations["get_api_v1_notifications_settings"];
        /** Set when the company is told of things */
        readonly put: operations["put_api_v1_notifications_settings"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/notifications/notices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List notices, latest first
         * @description One for each incident, whoever was told of it.
         */
        readonly get: operations["get_api_v1_notifications_notices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/notifications/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List what was sent to whom, latest first */
        readonly get: operations["get_api_v1_notifications_deliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/notifications/deliveries/{id}/redeliver": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send a message again
         * @description At once, under the same id, and with all attempts anew where it fails.
         */
        readonly post: operations["post_api_v1_notifications_deliveries_id_redeliver"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List members, oldest first */
        readonly get: operations["get_api_v1_members"];
        readonly put?: never;
        /** Add a member */
        readonly post: operations["post_api_v1_members"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/members/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Remove a member */
        readonly delete: operations["delete_api_v1_members_id"];
        readonly options?: never;
        readonly head?: never;
        /** Rename a member or give another role */
        readonly patch: operations["patch_api_v1_members_id"];
        readonly trace?: never;
    };
    readonly "/api/v1/members/{id}/data": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export all that is kept of a member
         * @description The member, also one who has left, and what the member did, by `seq`: go on with `after` until `next_after` is null.
         */
        readonly get: operations["get_api_v1_members_id_data"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/members/{id}/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * End all sessions of a member
         * @description At once, in every process, with sign-in codes that were not used yet.
         */
        readonly delete: operations["delete_api_v1_members_id_sessions"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List invitations, oldest first
         * @description Whatever became of them.
         */
        readonly get: operations["get_api_v1_invitations"];
        readonly put?: never;
        /**
         * Invite somebody to become a member
         * @description The code and its link are in this answer and nowhere else; a repeated request gets null in their place. Hand the link to that person: who has it comes in. An earlier invitation of the same address is revoked.
         */
        readonly post: operations["post_api_v1_invitations"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/invitations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Take an invitation back
         * @description It stays in the list.
         */
        readonly delete: operations["delete_api_v1_invitations_id"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/api-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List API keys, oldest first
         * @description Revoked ones too.
         */
        readonly get: operations["get_api_v1_api_keys"];
        readonly put?: never;
        /**
         * Create an API key
         * @description The secret is in this answer and nowhere else; a repeated request gets null in its place.
         */
        readonly post: operations["post_api_v1_api_keys"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/api-keys/{id}/rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Make a key in another's place
         * @description The new key has the name, role, scopes, source and expiry of the old one, which works for `overlap_s` seconds more; 0 ends it at once. A key is rotated once; the next time it is the new one's turn, and what is left of the overlap before ends. The secret is in this answer and nowhere else; a repeated request gets null in its place.
         */
        readonly post: operations["post_api_v1_api_keys_id_rotate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/api-keys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke an API key
         * @description At once. It stays in the list.
         */
        readonly delete: operations["delete_api_v1_api_keys_id"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/tenant": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read the tenant */
        readonly get: operations["get_api_v1_tenant"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Erase the tenant
         * @description For ever, and at once: every key and every member is out with the answer, and a job erases all that is kept. What stays is the chain of events without what they told.
         */
        readonly delete: operations["delete_api_v1_tenant"];
        readonly options?: never;
        readonly head?: never;
        /** Rename the tenant or change how its records are decided */
        readonly patch: operations["patch_api_v1_tenant"];
        readonly trace?: never;
    };
    readonly "/api/v1/tenant/llm-usage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What calls of the language model came to, this month and before */
        readonly get: operations["get_api_v1_tenant_llm_usage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/billing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read what the company pays, may use, and has used */
        readonly get: operations["get_api_v1_billing"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/billing/checkout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Buy a plan
         * @description On a page of the payment provider, to which `url` leads. Whoever has a subscription changes it in the portal.
         */
        readonly post: operations["post_api_v1_billing_checkout"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/billing/portal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Change the plan, the card or the address, or end the subscription
         * @description On a page of the payment provider, to which `url` leads.
         */
        readonly post: operations["post_api_v1_billing_portal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/billing/sync": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Have the payment provider asked how the subscription stands
         * @description For whoever paid and does not see it yet. Done within moments; `asked_at` then says when.
         */
        readonly post: operations["post_api_v1_billing_sync"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/billing/invoices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List invoices, the latest first
         * @description As the payment provider has them.
         */
        readonly get: operations["get_api_v1_billing_invoices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/privacy/subjects/find": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Find a person in what is kept
         * @description Looks for names, addresses and numbers in all that is kept of a page of records, the latest first: whatever their case, accents and spaces. Answers ids, never texts. A page may be empty: go on until `next_cursor` is null.
         */
        readonly post: operations["post_api_v1_privacy_subjects_find"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/privacy/erasures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Erase a person's data
         * @description Takes the texts of records, or the name and the address of a member who has left, out of everything that is kept of them. Ids, amounts, times and categories stay. A job does it; `PERSONAL_DATA_ERASED` tells when it is done. There is no way back.
         */
        readonly post: operations["post_api_v1_privacy_erasures"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the event log, or follow it
         * @description By `seq`. `next_cursor` is the last `seq` shown: pass it as `after` (or `cursor`), now or later, to go on; it is null when nothing was there. With `wait` the answer comes as soon as there is an event, and `next_cursor` is how far the log was read. With `Accept: text/event-stream` the answer is a stream that goes on from `Last-Event-ID` or `after`, and without either from the log's end; it takes neither `limit` nor `wait`.
         */
        readonly get: operations["get_api_events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/events/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Check the log's chain
         * @description Reads the whole log and checks every number and every hash.
         */
        readonly get: operations["get_api_events_verify"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/events/checkpoint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where the log stands
         * @description Keep it where nobody who writes to the database can: `deno task audit` shows with it that nothing up to here was rewritten or cut off.
         */
        readonly get: operations["get_api_events_checkpoint"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/events/checkpoints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where the log stood, day by day
         * @description The latest first. `deno task audit` takes the answer as it is; keep it where nobody who writes to the database can. The log tells of each as `CHECKPOINT_TAKEN`, so who is sent events is sent these.
         */
        readonly get: operations["get_api_events_checkpoints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/events/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export the log
         * @description Lines of JSON: where the log stands, its events from there on, and where it stands then; without that last line the export was cut off. `deno task audit` verifies it without this service.
         */
        readonly get: operations["get_api_events_export"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly StartedSession: {
            readonly tenant: {
                readonly id: string;
                readonly name: string;
            };
            readonly member: {
                readonly id: string;
                readonly name: string;
                /** @enum {string} */
                readonly role: "owner" | "admin" | "reviewer" | "viewer";
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string;
            /** @description Null where it went into the cookie */
            readonly token: string | null;
        };
        /** @description RFC 9457 problem details; facts of the failure are members */
        readonly Problem: {
            /**
             * @description Names the failure: https://balance.invalid/problems#<kind>
             * @example https://balance.invalid/problems#record.missing
             */
            readonly type: string;
            readonly title: string;
            readonly status: number;
            /** @example urn:request:req_… */
            readonly instance: string;
            readonly request_id: string;
            /** @description What is wrong where, at most 100 of them */
            readonly errors?: readonly {
                /**
                 * @description Where in the body (RFC 6901)
                 * @example /records/0/amount/minor
                 */
                readonly pointer?: string;
                /** @description Which query parameter */
                readonly parameter?: string;
                /** @description Where in YAML text, from 1 */
                readonly line?: number;
                readonly column?: number;
                /** @description Which header */
                readonly header?: string;
                /** @example is missing */
                readonly detail: string;
            }[];
        } & {
            readonly [key: string]: unknown;
        };
        readonly SignIn: {
            readonly code: string;
            /**
             * @description `cookie`: for a browser, out of reach of its scripts. `bearer`: the token is in the answer, for a program, and no cookie is set
             * @default cookie
             * @enum {string}
             */
            readonly as?: "cookie" | "bearer";
        };
        readonly InvitationAcceptance: {
            readonly code: string;
            readonly name: string;
            /**
             * @description `cookie`: for a browser, out of reach of its scripts. `bearer`: the token is in the answer, for a program, and no cookie is set
             * @default cookie
             * @enum {string}
             */
            readonly as?: "cookie" | "bearer";
        };
        readonly Intake: {
            readonly accepted: number;
            readonly duplicates: number;
            readonly conflicts: readonly {
                readonly external_id: string;
                readonly record_id: string;
            }[];
            /** @description In the order sent; of a duplicate or conflict, the record that is there */
            readonly record_ids: readonly string[];
        };
        readonly KeptDelivery: {
            readonly delivery_id: string;
        };
        readonly NewRecord: {
            /**
             * @description Your id of it; unique within a connection
             * @example 2026-03-31/17
             */
            readonly external_id: string;
            /** @description The tenant's default connection where absent */
            readonly connection_id?: string | null;
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            readonly occurred_at?: string;
            /** @example CARD PURCHASE 4411 TIMBER YARD */
            readonly description: string;
            /** @description Read from the description where absent */
            readonly counterparty?: string | null;
            readonly amount?: components["schemas"]["Money"];
            /**
             * @example {
             *       "unit": "Workshop"
             *     }
             */
            readonly attributes?: {
                readonly [key: string]: string | number | boolean | null;
            };
            /** @description The payload as it reached you, up to 64 KiB; the item itself where absent */
            readonly raw?: unknown;
        };
        readonly Money: {
            /**
             * @description Minor units (pence, cents); as text beyond 2^53
             * @example -1250
             */
            readonly minor: number | string;
            /** @example GBP */
            readonly currency: string;
        } | null;
        readonly ListedRecord: {
            readonly id: string;
            readonly version: number;
            readonly external_id: string;
            readonly connection_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly received_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly occurred_at: string | null;
            readonly description: string;
            readonly counterparty: string | null;
            readonly amount: {
                /** @description Minor units; text beyond 2^53 */
                readonly minor: number | string;
                readonly currency: string;
            } | null;
            readonly attributes: {
                readonly [key: string]: string | number | boolean | null;
            };
            /** @enum {string} */
            readonly status: "ingested" | "processed" | "approved" | "rejected" | "failed";
            /** @enum {string|null} */
            readonly outcome: "auto" | "needs_review" | null;
            readonly category_id: string | null;
            /** @enum {string|null} */
            readonly source: "rule" | "similarity" | "model" | "person" | null;
            readonly confidence: number | null;
            /** @description Fields that a person settled; no machine changes them */
            readonly settled_by_person: readonly string[];
            /** @description Not booked yet at its source; another version follows */
            readonly pending: boolean;
        };
        readonly RecordInFull: {
            readonly id: string;
            readonly version: number;
            readonly external_id: string;
            readonly connection_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly received_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly occurred_at: string | null;
            readonly description: string;
            readonly counterparty: string | null;
            readonly amount: {
                /** @description Minor units; text beyond 2^53 */
                readonly minor: number | string;
                readonly currency: string;
            } | null;
            readonly attributes: {
                readonly [key: string]: string | number | boolean | null;
            };
            /** @enum {string} */
            readonly status: "ingested" | "processed" | "approved" | "rejected" | "failed";
            /** @enum {string|null} */
            readonly outcome: "auto" | "needs_review" | null;
            readonly category_id: string | null;
            /** @enum {string|null} */
            readonly source: "rule" | "similarity" | "model" | "person" | null;
            readonly confidence: number | null;
            /** @description Fields that a person settled; no machine changes them */
            readonly settled_by_person: readonly string[];
            /** @description Not booked yet at its source; another version follows */
            readonly pending: boolean;
            /** @description Any JSON value */
            readonly raw?: unknown;
            readonly reasoning_trace: components["schemas"]["Trace"];
            readonly earlier_traces: readonly {
                readonly reasoning_trace: components["schemas"]["Trace"];
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly replaced_at: string;
            }[];
            readonly conflicts: readonly {
                readonly id: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly received_at: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly occurred_at: string | null;
                readonly description: string;
                readonly counterparty: string | null;
                readonly amount: {
                    /** @description Minor units; text beyond 2^53 */
                    readonly minor: number | string;
                    readonly currency: string;
                } | null;
                readonly attributes: {
                    readonly [key: string]: string | number | boolean | null;
                };
                /** @description Any JSON value */
                readonly raw?: unknown;
            }[];
        };
        readonly Trace: {
            /** @enum {number} */
            readonly schema: 1;
            readonly limits: {
                readonly similarity_threshold: number | null;
                readonly model: {
                    readonly attempts_max: number;
                    readonly known_similarity?: number;
                    readonly threshold: number | null;
                } | null;
            };
            readonly steps: readonly components["schemas"]["TraceStep"][];
            readonly conclusion: components["schemas"]["Conclusion"];
        } | null;
        readonly TraceStep: {
            /** @enum {string} */
            readonly kind: "rules_tried";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly at: string;
            readonly ruleset_version: number;
            readonly considered: number;
            readonly matched: string | null;
            readonly hits: readonly {
                readonly rule_id: string;
                readonly version: number;
            }[];
            readonly sets: {
                readonly category_id?: string;
                readonly counterparty?: string;
                readonly attributes?: {
                    readonly [key: string]: string;
                };
                /** @enum {boolean} */
                readonly review?: true;
            };
            readonly replaced: {
                readonly counterparty?: string | null;
                readonly attributes?: {
                    readonly [key: string]: string | number | boolean | null;
                };
                readonly nulls?: readonly string[];
            };
            /** @description The runs that applied rules later, in order */
            readonly runs?: readonly string[];
            /** @description The run among them whose decision stands */
            readonly decided_in?: string;
        } | {
            /** @enum {string} */
            readonly kind: "examples_recalled";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly at: string;
            /** @description Whose vectors near texts were looked for by; null where none could be looked for */
            readonly embedder: string | null;
            readonly neighbours: readonly {
                readonly record_id: string;
                readonly category_id: string;
                readonly similarity: number;
                readonly count: number;
                readonly match: string;
            }[];
            readonly proposal: string | null;
            readonly score: number;
            /** @description The best categories, best first, three at most */
            readonly candidates?: readonly {
                readonly category_id: string;
                /** @description The part of all weight that is behind it */
                readonly score: number;
                /** @description What speaks for it against its rival, most first: `count` of the `of` approved records alike in `match` have the category */
                readonly because: readonly {
                    readonly match: string;
                    readonly count: number;
                    readonly of: number;
                    readonly weight: number;
                }[];
            }[];
            /** @description The version of what was learned that weighed them */
            readonly learned?: number;
            /** @description The categories that people turned down for the text: a model that answers one of them proposes nothing */
            readonly rejected?: readonly string[];
        } | {
            /** @enum {string} */
            readonly kind: "model_answered";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly at: string;
            readonly model: string;
            readonly prompt_version: number;
            readonly category_id: string | null;
            readonly rationale: string;
            readonly raw_confidence: number;
            readonly usage: {
                readonly input_tokens: number;
                readonly output_tokens: number;
            };
            /** @description The record's part of what the call cost, in millionths of a US dollar */
            readonly cost_micros?: number;
            /** @description Whether the answer was known, so that nothing was paid */
            readonly cached?: boolean;
        } | {
            /** @enum {string} */
            readonly kind: "model_failed";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly at: string;
            readonly model: string;
            /** @enum {string} */
            readonly reason: "timed_out" | "refused" | "malformed" | "truncated" | "rate_limited" | "unavailable" | "over_budget";
            readonly usage?: {
                readonly input_tokens: number;
                readonly output_tokens: number;
            };
            /** @description The record's part of what the call cost, in millionths of a US dollar */
            readonly cost_micros?: number;
            readonly retry_after_ms?: number;
            /**
             * @description Not asked again when the record was processed
             * @enum {boolean}
             */
            readonly final?: true;
        } | {
            /** @enum {string} */
            readonly kind: "person_decided";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly at: string;
            readonly by: string;
            /** @enum {string} */
            readonly verdict: "approve" | "override" | "reject";
            readonly category_id: string | null;
            readonly note: string | null;
        };
        readonly Conclusion: {
            /** @enum {string} */
            readonly kind: "settled";
            readonly category_id: string;
            /** @enum {string} */
            readonly source: "rule" | "similarity" | "model" | "person";
            readonly confidence: number;
            readonly threshold: number;
        } | {
            /** @enum {string} */
            readonly kind: "needs_review";
            readonly suggestion: string | null;
            /** @enum {string} */
            readonly because: "rule_asks" | "nothing_alike" | "not_sure_enough" | "model_failed" | "model_undecided";
            readonly confidence: number;
            readonly threshold: number;
        } | {
            /** @enum {string} */
            readonly kind: "rejected";
            /** @enum {string} */
            readonly source: "person";
        };
        readonly Record: {
            readonly id: string;
            readonly version: number;
            readonly external_id: string;
            readonly connection_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly received_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly occurred_at: string | null;
            readonly description: string;
            readonly counterparty: string | null;
            readonly amount: {
                /** @description Minor units; text beyond 2^53 */
                readonly minor: number | string;
                readonly currency: string;
            } | null;
            readonly attributes: {
                readonly [key: string]: string | number | boolean | null;
            };
            /** @enum {string} */
            readonly status: "ingested" | "processed" | "approved" | "rejected" | "failed";
            /** @enum {string|null} */
            readonly outcome: "auto" | "needs_review" | null;
            readonly category_id: string | null;
            /** @enum {string|null} */
            readonly source: "rule" | "similarity" | "model" | "person" | null;
            readonly confidence: number | null;
            /** @description Fields that a person settled; no machine changes them */
            readonly settled_by_person: readonly string[];
        };
        readonly Correction: {
            readonly category_id?: string;
            readonly description?: string;
            readonly counterparty?: string | null;
            readonly amount?: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            readonly occurred_at?: string;
            /**
             * @description Merged by name; what is not named stays
             * @example {
             *       "unit": "Workshop"
             *     }
             */
            readonly attributes?: {
                readonly [key: string]: string | number | boolean | null;
            };
        };
        readonly Explanation: {
            readonly record: components["schemas"]["Record"];
            readonly reasoning_trace: components["schemas"]["Trace"];
            /** @description The rules of the set that the trace names, tried on the record as it is now */
            readonly rules: readonly components["schemas"]["RuleInSetExplanation"][];
            /** @description Of the categories that the trace mentions, by id */
            readonly category_names: {
                readonly [key: string]: string;
            };
        };
        readonly RuleInSetExplanation: components["schemas"]["RuleExplanation"] & {
            /** @description The whole condition; null unless the rule matched or was asked for by itself */
            readonly condition: {
                /** @enum {string} */
                readonly kind: "all" | "any";
                readonly result: boolean;
                readonly conditions: readonly components["schemas"]["ConditionExplanation"][];
            } | {
                /** @enum {string} */
                readonly kind: "not";
                readonly result: boolean;
                readonly condition: components["schemas"]["ConditionExplanation"];
            } | {
                /** @enum {string} */
                readonly kind: "leaf";
                readonly result: boolean;
                readonly field: string;
                readonly op: string;
                /** @description Any JSON value */
                readonly value?: unknown;
                /** @description Any JSON value */
                readonly saw?: unknown;
            };
            /** @description Of a rule that was not reached: the one that ended the trying */
            readonly won_by: string | null;
            readonly fields: readonly {
                readonly field: string;
                /** @description The rule that sets it: this one, or an earlier one that did so first; `person` where a person settled it */
                readonly set_by: string;
            }[];
        };
        readonly ConditionExplanation: {
            /** @enum {string} */
            readonly kind: "all" | "any";
            readonly result: boolean;
            readonly conditions: readonly components["schemas"]["ConditionExplanation"][];
        } | {
            /** @enum {string} */
            readonly kind: "not";
            readonly result: boolean;
            readonly condition: components["schemas"]["ConditionExplanation"];
        } | {
            /** @enum {string} */
            readonly kind: "leaf";
            readonly result: boolean;
            readonly field: string;
            readonly op: string;
            /** @description Any JSON value */
            readonly value?: unknown;
            /** @description Any JSON value */
            readonly saw?: unknown;
        };
        readonly RuleExplanation: {
            readonly rule_id: string;
            readonly version: number;
            readonly name: string;
            /** @enum {string} */
            readonly outcome: "matched" | "failed" | "skipped_disabled" | "not_reached";
            readonly because: {
                /**
                 * @description Where in the rule (RFC 6901)
                 * @example /when/all/1
                 */
                readonly pointer: string;
                readonly condition: components["schemas"]["ConditionExplanation"];
            } | null;
        };
        readonly Requeued: {
            readonly requeued: number;
            /** @description Settled by a person, waiting already, or not there */
            readonly skipped: number;
            readonly next_cursor: string | null;
        };
        readonly Reprocess: {
            readonly record_ids: readonly string[];
        } | {
            readonly filter: {
                /** @enum {string} */
                readonly status?: "ingested" | "processed" | "approved" | "rejected" | "failed";
                /** @enum {string} */
                readonly outcome?: "auto" | "needs_review";
                readonly category?: string;
                readonly connection?: string;
                /** @description Words in description or counterparty, all of them and in any order, case and accents aside */
                readonly q?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` from this instant on
                 * @example 2026-03-31T09:30:00Z
                 */
                readonly from?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` before this instant
                 * @example 2026-03-31T09:30:00Z
                 */
                readonly to?: string;
            };
            /** @default 1000 */
            readonly limit?: number;
            /** @description The `next_cursor` of the page before */
            readonly cursor?: string;
        };
        readonly Conflict: {
            readonly id: string;
            readonly record_id: string;
            readonly connection_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly received_at: string;
            /** @enum {string} */
            readonly status: "open" | "resolved";
            /** @description The fields that tell transactions apart, and do not agree */
            readonly reasons: readonly {
                /** @enum {string} */
                readonly field: "amount" | "currency" | "occurred_at" | "counterparty" | "external_id";
                readonly detail: string;
            }[];
            /** @description What was kept aside */
            readonly version: {
                readonly external_id: string;
                readonly pending: boolean;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly occurred_at: string | null;
                readonly description: string;
                readonly counterparty: string | null;
                readonly amount: {
                    /** @description Minor units; text beyond 2^53 */
                    readonly minor: number | string;
                    readonly currency: string;
                } | null;
                readonly attributes: {
                    readonly [key: string]: string | number | boolean | null;
                };
            };
            readonly resolution: {
                /** @enum {string} */
                readonly verdict: "take_new" | "keep_old" | "both";
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly resolved_at: string;
                readonly resolved_by: string;
                /** @description The record that the version became */
                readonly made_record_id: string | null;
            } | null;
        };
        readonly ConflictInFull: {
            readonly id: string;
            readonly record_id: string;
            readonly connection_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly received_at: string;
            /** @enum {string} */
            readonly status: "open" | "resolved";
            /** @description The fields that tell transactions apart, and do not agree */
            readonly reasons: readonly {
                /** @enum {string} */
                readonly field: "amount" | "currency" | "occurred_at" | "counterparty" | "external_id";
                readonly detail: string;
            }[];
            /** @description What was kept aside */
            readonly version: {
                readonly external_id: string;
                readonly pending: boolean;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly occurred_at: string | null;
                readonly description: string;
                readonly counterparty: string | null;
                readonly amount: {
                    /** @description Minor units; text beyond 2^53 */
                    readonly minor: number | string;
                    readonly currency: string;
                } | null;
                readonly attributes: {
                    readonly [key: string]: string | number | boolean | null;
                };
            };
            readonly resolution: {
                /** @enum {string} */
                readonly verdict: "take_new" | "keep_old" | "both";
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly resolved_at: string;
                readonly resolved_by: string;
                /** @description The record that the version became */
                readonly made_record_id: string | null;
            } | null;
            /** @description Any JSON value */
            readonly raw?: unknown;
            readonly record: components["schemas"]["Record"];
        };
        readonly ConflictVerdict: {
            /** @enum {string} */
            readonly verdict: "take_new" | "keep_old" | "both";
        };
        readonly Receipt: {
            readonly id: string;
            readonly version: number;
            /** @enum {string} */
            readonly status: "waiting" | "attached";
            readonly record_ids: readonly string[];
            readonly file_name: string;
            /**
             * @description What the bytes say
             * @enum {string}
             */
            readonly content_type: "application/pdf" | "image/png" | "image/jpeg" | "image/webp" | "image/heic" | "image/gif";
            /** @description What the sender said */
            readonly claimed_content_type: string | null;
            readonly bytes: number;
            readonly sha256: string;
            /** @enum {string} */
            readonly source: "upload" | "url" | "link";
            readonly amount: {
                readonly minor: number | string;
                readonly currency: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly occurred_at: string | null;
            readonly counterparty: string | null;
            /** @description A member's or a key's id */
            readonly added_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
        };
        readonly ReceiptAddress: {
            readonly url: string;
            readonly record_id?: string;
            readonly file_name?: string;
            readonly amount?: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            readonly occurred_at?: string;
            readonly counterparty?: string;
        };
        readonly BegunReceiptUpload: {
            readonly upload_id: string;
            readonly url: string;
            readonly headers: {
                readonly [key: string]: string;
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string;
        };
        readonly ReceiptUpload: {
            readonly bytes: number;
            readonly sha256: string;
            /** @enum {string} */
            readonly content_type: "application/pdf" | "image/png" | "image/jpeg" | "image/webp" | "image/heic" | "image/gif";
        };
        readonly CompletedReceiptUpload: {
            readonly upload_id: string;
            readonly record_id?: string;
            readonly file_name?: string;
            readonly amount?: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            readonly occurred_at?: string;
            readonly counterparty?: string;
        };
        readonly ReceiptChange: {
            readonly attach?: readonly string[];
            readonly detach?: readonly string[];
            readonly file_name?: string;
            readonly amount?: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            readonly occurred_at?: string;
            readonly counterparty?: string | null;
        };
        readonly ReceiptProposals: {
            readonly data: readonly components["schemas"]["ReceiptProposal"][];
        };
        readonly ReceiptProposal: {
            readonly record_id: string;
            /** @description 0 to 1 */
            readonly score: number;
            /** @description Another record is as likely, or nearly */
            readonly ambiguous: boolean;
            readonly reasons: readonly {
                /** @enum {string} */
                readonly part: "amount" | "date" | "counterparty" | "direction" | "receipts";
                /** @enum {string} */
                readonly verdict: "equal" | "more" | "near" | "alike" | "other" | "came_in" | "has_one";
                /** @description What it adds to the score, or takes from it */
                readonly points: number;
            }[];
        };
        readonly ReceiptLink: {
            readonly url: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string;
        };
        readonly Delivery: {
            readonly id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly received_at: string;
            /** @enum {string} */
            readonly status: "waiting" | "taken_in" | "failed";
            readonly records: number;
            readonly intake: components["schemas"]["Intake"] & (Record<string, never> | null);
        };
        readonly Import: {
            readonly id: string;
            /** @enum {string} */
            readonly status: "received" | "running" | "done" | "failed";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly ended_at: string | null;
            readonly connection_id: string;
            readonly file_name: string | null;
            readonly bytes: number;
            readonly sha256: string;
            /** @enum {string|null} */
            readonly format: "csv" | "ndjson" | "ofx" | "camt053" | "mt940" | null;
            readonly mapping_id: string | null;
            readonly rows_read: number;
            readonly accepted: number;
            readonly duplicates: number;
            readonly conflicts: number;
            readonly bad_rows: number;
            readonly skipped: number;
            /** @description Where the file could not be read further, and why */
            readonly failure: {
                readonly line: number;
                readonly detail: string;
            } | null;
        };
        readonly ImportPreview: {
            /** @enum {string|null} */
            readonly format: "csv" | "ndjson" | "ofx" | "camt053" | "mt940" | null;
            readonly encoding: string;
            readonly csv: {
                readonly delimiter: string;
                readonly header_line: number | null;
                readonly columns: readonly {
                    readonly name: string;
                    /** @enum {string|null} */
                    readonly role: "date" | "amount" | "debit" | "credit" | "direction" | "currency" | "description" | "counterparty" | "bank_id" | "account" | "balance" | null;
                }[];
                /** @description More than one where the dates do not tell */
                readonly date_orders: readonly ("ymd" | "dmy" | "mdy")[];
                /** @enum {string|null} */
                readonly decimal: "." | "," | "any" | null;
                readonly currency: string | null;
            } | null;
            /** @description What stands in the way of an import */
            readonly flaws: readonly {
                readonly field: string;
                readonly detail: string;
            }[];
            readonly rows: readonly {
                readonly line: number;
                /** @description Null where the row is none */
                readonly record: {
                    /**
                     * Format: date-time
                     * @example 2026-03-31T09:30:00.000Z
                     */
                    readonly occurred_at: string | null;
                    readonly description: string;
                    readonly counterparty: string | null;
                    readonly amount: {
                        readonly minor: number | string;
                        readonly currency: string;
                    } | null;
                } | null;
                readonly problem: {
                    readonly field: string | null;
                    readonly detail: string;
                } | null;
            }[];
        };
        readonly ImportInFull: components["schemas"]["Import"] & {
            /** @description The first 20; all of them by `/bad-rows` */
            readonly remarks: readonly components["schemas"]["ImportRemark"][];
        };
        readonly ImportRemark: {
            readonly line: number;
            /**
             * @description `bad`: not taken in; `conflict`: kept aside beside a record; `skipped`: fine, and not for taking in; `told`: no row, something about the file
             * @enum {string}
             */
            readonly kind: "bad" | "conflict" | "skipped" | "told";
            readonly field: string | null;
            readonly detail: string;
        };
        readonly CsvMapping: {
            readonly id: string;
            readonly name: string;
            /** @description 1, 2, 3 … of that name */
            readonly number: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            readonly date: string;
            /**
             * @description Signed; or name `debit`, `credit` or both
             * @default null
             */
            readonly amount?: string | null;
            /** @default null */
            readonly debit?: string | null;
            /** @default null */
            readonly credit?: string | null;
            /**
             * @description Says of `amount` whether it went out: D, DR, debit, S, Af
             * @default null
             */
            readonly direction?: string | null;
            /**
             * @description Joined in this order
             * @default []
             */
            readonly description?: readonly string[];
            /** @default null */
            readonly counterparty?: string | null;
            /**
             * @description What the bank gives to one entry of the account only
             * @default null
             */
            readonly bank_id?: string | null;
            /** @default null */
            readonly account?: string | null;
            /** @default null */
            readonly currency_column?: string | null;
            /**
             * @description Where no column says so
             * @default null
             */
            readonly currency?: string | null;
            /**
             * @description Told by the dates where absent, if they can
             * @default null
             * @enum {string|null}
             */
            readonly date_order?: "ymd" | "dmy" | "mdy" | null;
            /**
             * @default null
             * @enum {string|null}
             */
            readonly decimal?: "." | "," | null;
            /** @default false */
            readonly spending_is_positive?: boolean;
            /**
             * @description Further columns to keep, by the attribute's name
             * @default {}
             */
            readonly attributes?: {
                readonly [key: string]: string;
            };
        };
        readonly NewCsvMapping: {
            readonly name: string;
            readonly date: string;
            /**
             * @description Signed; or name `debit`, `credit` or both
             * @default null
             */
            readonly amount?: string | null;
            /** @default null */
            readonly debit?: string | null;
            /** @default null */
            readonly credit?: string | null;
            /**
             * @description Says of `amount` whether it went out: D, DR, debit, S, Af
             * @default null
             */
            readonly direction?: string | null;
            /**
             * @description Joined in this order
             * @default []
             */
            readonly description?: readonly string[];
            /** @default null */
            readonly counterparty?: string | null;
            /**
             * @description What the bank gives to one entry of the account only
             * @default null
             */
            readonly bank_id?: string | null;
            /** @default null */
            readonly account?: string | null;
            /** @default null */
            readonly currency_column?: string | null;
            /**
             * @description Where no column says so
             * @default null
             */
            readonly currency?: string | null;
            /**
             * @description Told by the dates where absent, if they can
             * @default null
             * @enum {string|null}
             */
            readonly date_order?: "ymd" | "dmy" | "mdy" | null;
            /**
             * @default null
             * @enum {string|null}
             */
            readonly decimal?: "." | "," | null;
            /** @default false */
            readonly spending_is_positive?: boolean;
            /**
             * @description Further columns to keep, by the attribute's name
             * @default {}
             */
            readonly attributes?: {
                readonly [key: string]: string;
            };
        };
        readonly Category: {
            readonly id: string;
            readonly version: number;
            readonly name: string;
            readonly parent_id: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly archived_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
        };
        readonly NewCategories: components["schemas"]["NewCategory"] | {
            readonly categories: readonly components["schemas"]["NewCategory"][];
        };
        readonly NewCategory: {
            /** @example Travel */
            readonly name: string;
            readonly parent_id?: string | null;
        };
        readonly CategoryChange: {
            readonly name?: string;
            readonly parent_id?: string | null;
            readonly archived?: boolean;
        };
        readonly Rule: {
            readonly id: string;
            readonly version: number;
            readonly name: string;
            readonly enabled: boolean;
            readonly when: components["schemas"]["Condition"];
            readonly then: {
                readonly category_id?: string;
                readonly counterparty?: string;
                readonly attributes?: {
                    readonly [key: string]: string;
                };
                /** @enum {boolean} */
                readonly review?: true;
            };
            readonly continue: boolean;
            readonly origin: components["schemas"]["RuleOrigin"];
            readonly hits: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly last_hit_at: string | null;
            /** @description Records where a person said another category later */
            readonly overridden: number;
            /**
             * Format: date-time
             * @description When the rule, as it is now, was overridden too often
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly flagged_at: string | null;
        };
        /** @description What a record must be like: all, any or not over conditions, or one field, operator and value. */
        readonly Condition: {
            readonly all: readonly components["schemas"]["Condition"][];
        } | {
            readonly any: readonly components["schemas"]["Condition"][];
        } | {
            readonly not: components["schemas"]["Condition"];
        } | {
            /** @enum {string} */
            readonly field: "description" | "counterparty" | "currency" | "connection";
            /** @enum {string} */
            readonly op: "equals";
            readonly value: string;
        } | {
            readonly field: string;
            /** @enum {string} */
            readonly op: "equals";
            readonly value: string | number | boolean;
        } | {
            readonly field: ("description" | "counterparty" | "currency" | "connection") | string;
            /** @enum {string} */
            readonly op: "contains" | "starts_with" | "ends_with";
            readonly value: string;
        } | {
            readonly field: ("description" | "counterparty" | "currency" | "connection") | string;
            /** @enum {string} */
            readonly op: "in" | "contains_any";
            readonly value: readonly string[];
        } | {
            readonly field: ("description" | "counterparty" | "currency" | "connection") | string;
            /** @enum {string} */
            readonly op: "matches";
            readonly value: string;
        } | {
            /** @enum {string} */
            readonly field: "direction";
            /** @enum {string} */
            readonly op: "equals";
            /** @enum {string} */
            readonly value: "in" | "out";
        } | {
            /** @enum {string} */
            readonly field: "amount" | "magnitude";
            /** @enum {string} */
            readonly op: "equals" | "less_than" | "at_most" | "more_than" | "at_least";
            readonly value: {
                readonly minor: number | string;
                readonly currency: string;
            };
        } | {
            /** @enum {string} */
            readonly field: "amount" | "magnitude";
            /** @enum {string} */
            readonly op: "between";
            readonly value: {
                readonly from: {
                    readonly minor: number | string;
                    readonly currency: string;
                };
                readonly to: {
                    readonly minor: number | string;
                    readonly currency: string;
                };
            };
        } | {
            /** @enum {string} */
            readonly field: "date";
            /** @enum {string} */
            readonly op: "before" | "on_or_after";
            readonly value: string;
        } | {
            /** @enum {string} */
            readonly field: "date";
            /** @enum {string} */
            readonly op: "between";
            readonly value: {
                readonly from: string;
                readonly to: string;
            };
        } | {
            /** @enum {string} */
            readonly field: "date";
            /** @enum {string} */
            readonly op: "weekday_in";
            readonly value: readonly number[];
        } | {
            /** @enum {string} */
            readonly field: "date";
            /** @enum {string} */
            readonly op: "day_of_month_in";
            readonly value: readonly number[];
        } | {
            readonly field: string;
            /** @enum {string} */
            readonly op: "less_than" | "at_most" | "more_than" | "at_least";
            readonly value: number;
        } | {
            readonly field: string;
            /** @enum {string} */
            readonly op: "between";
            readonly value: {
                readonly from: number;
                readonly to: number;
            };
        } | {
            readonly field: ("description" | "counterparty" | "currency" | "connection") | string | ("amount" | "magnitude") | "direction" | "date";
            /** @enum {string} */
            readonly op: "is_empty";
        };
        readonly RuleOrigin: {
            /** @enum {string} */
            readonly kind: "person";
        } | {
            /** @enum {string} */
            readonly kind: "suggestion";
            readonly suggestion_id: string;
        } | {
            /** @enum {string} */
            readonly kind: "override";
            readonly record_id: string;
        } | {
            /** @enum {string} */
            readonly kind: "import";
        };
        readonly RuleDefinition: {
            readonly name: string;
            /** @default true */
            readonly enabled?: boolean;
            readonly when: components["schemas"]["Condition"];
            readonly then: components["schemas"]["FieldsSet"];
            /** @default false */
            readonly continue?: boolean;
        };
        /** @description What a rule sets on a record that meets it; at least one. */
        readonly FieldsSet: {
            readonly category_id?: string;
            readonly counterparty?: string;
            readonly attributes?: {
                readonly [key: string]: string;
            };
            /** @enum {boolean} */
            readonly review?: true;
        };
        readonly RuleOrder: {
            /** @description Every rule, just once */
            readonly rule_ids: readonly string[];
        } | {
            /** @description Made all at once: each rule stands directly at its anchor, which may be moved too; of several at one place, the order of the moves is their order. The other rules keep theirs. */
            readonly moves: readonly components["schemas"]["RuleMove"][];
        };
        readonly RuleMove: {
            readonly rule_id: string;
            readonly after: string;
        } | {
            readonly rule_id: string;
            readonly before: string;
        } | {
            readonly rule_id: string;
            /** @enum {string} */
            readonly to: "first" | "last";
        };
        readonly RulesTest: {
            readonly considered: number;
            readonly matched: string | null;
            readonly hits: readonly {
                readonly rule_id: string;
                readonly version: number;
            }[];
            readonly sets: {
                readonly category_id?: string;
                readonly counterparty?: string;
                readonly attributes?: {
                    readonly [key: string]: string;
                };
                /** @enum {boolean} */
                readonly review?: true;
            };
            readonly rules: readonly components["schemas"]["RuleInSetExplanation"][];
            readonly becomes: components["schemas"]["ExpectedRecord"];
            /** @description Null for a draft */
            readonly ruleset_version: number | null;
        };
        readonly ExpectedRecord: {
            readonly category_id: string | null;
            readonly counterparty: string | null;
            readonly attributes: {
                readonly [key: string]: string | number | boolean | null;
            };
            readonly review: boolean;
            readonly changes: readonly {
                /** @example attributes.unit */
                readonly field: string;
                /** @description Any JSON value */
                readonly before?: unknown;
                /** @description Any JSON value */
                readonly after?: unknown;
                /** @description Null where no rule sets the field any more */
                readonly rule_id: string | null;
                readonly rule_version: number | null;
            }[];
        };
        readonly RulesTestRequest: {
            readonly record_id?: string;
            /** @description A record as `POST /records` takes it; it is not kept */
            readonly record?: {
                /**
                 * @description Your id of it; unique within a connection
                 * @example 2026-03-31/17
                 */
                readonly external_id?: string;
                /** @description The tenant's default connection where absent */
                readonly connection_id?: string | null;
                /**
                 * Format: date-time
                 * @description A date alone is taken as midnight UTC
                 * @example 2026-03-31T09:30:00Z
                 */
                readonly occurred_at?: string;
                /** @example CARD PURCHASE 4411 TIMBER YARD */
                readonly description: string;
                /** @description Read from the description where absent */
                readonly counterparty?: string | null;
                readonly amount?: components["schemas"]["Money"];
                /**
                 * @example {
                 *       "unit": "Workshop"
                 *     }
                 */
                readonly attributes?: {
                    readonly [key: string]: string | number | boolean | null;
                };
                /** @description The payload as it reached you, up to 64 KiB; the item itself where absent */
                readonly raw?: unknown;
            };
            readonly rule?: components["schemas"]["RuleDefinition"];
            readonly rule_id?: string;
            /**
             * Format: date-time
             * @description As it was then; a date alone is its midnight in UTC
             * @example 2026-03-31T09:30:00Z
             */
            readonly at?: string;
            readonly ruleset_version?: number;
        };
        readonly RuleOverlaps: {
            readonly findings: readonly components["schemas"]["OverlapFinding"][];
            /** @description Of each kind, also those not listed */
            readonly totals: {
                readonly duplicate: number;
                readonly shadowed: number;
                readonly conflicting: number;
                readonly dead: number;
                readonly over_broad: number;
            };
            /** @description False where a limit ended a comparison: there may be more than the totals tell */
            readonly complete: boolean;
            /** @description Enabled rules */
            readonly rules: number;
            /** @description Sampled records */
            readonly records: number;
            readonly days: number;
            readonly ruleset_version: number;
        };
        readonly OverlapFinding: {
            /** @enum {string} */
            readonly kind: "duplicate" | "shadowed" | "conflicting" | "dead" | "over_broad";
            /** @enum {string} */
            readonly proof: "proven" | "suspected";
            /** @description The rule it is about, then those it meets */
            readonly rule_ids: readonly string[];
            readonly because: string;
            readonly witness: components["schemas"]["OverlapWitness"];
            readonly figures?: {
                readonly [key: string]: number | string | boolean | null;
            };
        };
        /** @description A record that shows it: a sampled one, or one made and tried */
        readonly OverlapWitness: {
            /** @enum {string} */
            readonly source: "history";
            readonly record_id: string;
        } | {
            /** @enum {string} */
            readonly source: "constructed";
            readonly record: {
                readonly connection_id: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly occurred_at: string | null;
                readonly description: string;
                readonly counterparty: string | null;
                readonly amount: {
                    /** @description Minor units; text beyond 2^53 */
                    readonly minor: number | string;
                    readonly currency: string;
                } | null;
                readonly attributes: {
                    readonly [key: string]: string | number | boolean | null;
                };
            };
        } | null;
        readonly RuleDocument: {
            /** @enum {number} */
            readonly version: 1;
            readonly rules: readonly components["schemas"]["DocumentRule"][];
        };
        readonly DocumentRule: {
            readonly id?: string;
            readonly name: string;
            /** @default true */
            readonly enabled?: boolean;
            readonly when: components["schemas"]["Condition"];
            readonly then: components["schemas"]["DocumentFields"];
            /** @default false */
            readonly continue?: boolean;
        };
        /** @description What a rule sets; the category by its name (`category`) or its id. */
        readonly DocumentFields: {
            readonly category?: string;
            readonly category_id?: string;
            readonly counterparty?: string;
            readonly attributes?: {
                readonly [key: string]: string;
            };
            /** @enum {boolean} */
            readonly review?: true;
        };
        readonly RulesImport: {
            readonly dry_run: boolean;
            /** @description Now in force */
            readonly ruleset_version: number;
            readonly created: readonly {
                /** @description Null in a dry run */
                readonly rule_id: string | null;
                readonly name: string;
                readonly position: number;
            }[];
            readonly changed: readonly {
                readonly rule_id: string;
                readonly version: number;
                readonly changes: readonly {
                    readonly field: string;
                    /** @description Any JSON value */
                    readonly before?: unknown;
                    /** @description Any JSON value */
                    readonly after?: unknown;
                }[];
            }[];
            readonly removed: readonly {
                readonly rule_id: string;
                readonly name: string;
            }[];
            /** @description The fewest that make the new order; 0 is first */
            readonly moved: readonly {
                readonly rule_id: string;
                readonly from: number;
                readonly to: number;
            }[];
            readonly unchanged: number;
        };
        readonly RuleDocumentSent: {
            /** @enum {number} */
            readonly version: 1;
            readonly rules: readonly components["schemas"]["DocumentRule"][];
        };
        readonly RuleVersions: {
            readonly data: readonly {
                readonly rule: components["schemas"]["ChangedRule"];
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly set_at: string;
                readonly ruleset_from: number;
                /** @description Null: it is in force */
                readonly ruleset_to: number | null;
            }[];
        };
        readonly ChangedRule: {
            readonly id: string;
            readonly version: number;
            readonly name: string;
            readonly enabled: boolean;
            readonly when: components["schemas"]["Condition"];
            readonly then: {
                readonly category_id?: string;
                readonly counterparty?: string;
                readonly attributes?: {
                    readonly [key: string]: string;
                };
                /** @enum {boolean} */
                readonly review?: true;
            };
            readonly continue: boolean;
            readonly origin: components["schemas"]["RuleOrigin"];
        };
        readonly RuleSuggestions: {
            readonly data: readonly components["schemas"]["RuleSuggestion"][];
            /** @description Records read */
            readonly sampled: number;
            /** @description Those of them that a person gave a category */
            readonly labelled: number;
            /** @description Conditions whose precision was looked at: the more, the stricter each bound */
            readonly looked_at: number;
        };
        readonly RuleSuggestion: {
            readonly id: string;
            readonly rule: {
                readonly name: string;
                readonly enabled: boolean;
                readonly when: components["schemas"]["Condition"];
                readonly then: {
                    readonly category_id?: string;
                    readonly counterparty?: string;
                    readonly attributes?: {
                        readonly [key: string]: string;
                    };
                    /** @enum {boolean} */
                    readonly review?: true;
                };
                readonly continue: boolean;
            };
            readonly category_id: string;
            /** @description Records that a person gave a category and that meet it */
            readonly support: number;
            /** @description Those of them that got this category */
            readonly right: number;
            /** @description Lower bound of its precision (Clopper and Pearson, one-sided), at a level that allows for all that was looked at */
            readonly precision_at_least: number;
            /** @description Records that people gave another category, the latest */
            readonly counter_examples: readonly string[];
            /** @description Records that meet it and that no rule decides */
            readonly coverage: number;
            readonly examples: readonly string[];
            readonly effect: components["schemas"]["RuleEffect"];
        };
        readonly RuleEffect: {
            /** @description Records that no rule decides and this one would */
            readonly decides: number;
            /** @description Records that would become something else; what a person settled stays */
            readonly changes: number;
            /** @description Those of them that people gave this category, and another */
            readonly agreement: {
                readonly right: number;
                readonly wrong: number;
            };
            /** @description Those of them for which a person was asked */
            readonly reviews_saved: number;
            /** @description The latest of the changes, fields by name */
            readonly examples: readonly {
                readonly record_id: string;
                readonly before: {
                    readonly [key: string]: unknown;
                };
                readonly after: {
                    readonly [key: string]: unknown;
                };
            }[];
        };
        readonly Backtest: {
            readonly id: string;
            /** @enum {string} */
            readonly state: "waiting" | "running" | "done" | "failed";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            readonly created_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly ended_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly activated_at: string | null;
            /** @description The rules that the changes start from */
            readonly ruleset_version: number;
            /** @description As asked for; a new rule with the id that it will have */
            readonly changes: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly progress: {
                readonly scanned: number;
                readonly total: number | null;
            };
            readonly report: {
                /** @description Records that would change */
                readonly changed: number;
                readonly becomes: {
                    readonly settled: number;
                    readonly review: number;
                    readonly undecided: number;
                    readonly kept: number;
                };
                readonly fields: {
                    readonly [key: string]: number;
                };
                /** @description Records that a person settled, by what rules alone would say of them */
                readonly agreement: {
                    readonly before: {
                        readonly right: number;
                        readonly wrong: number;
                        readonly undecided: number;
                    };
                    readonly after: {
                        readonly right: number;
                        readonly wrong: number;
                        readonly undecided: number;
                    };
                };
                readonly reviews: {
                    readonly saved: number;
                    readonly added: number;
                };
                readonly model_calls: {
                    readonly saved: number;
                };
                readonly rules: readonly components["schemas"]["RuleReport"][];
            };
        };
        readonly RuleReport: {
            readonly rule_id: string;
            readonly name: string;
            readonly version: number;
            readonly decides: number;
            readonly changes: number;
            readonly right: number;
            readonly wrong: number;
            readonly now_undecided: number;
            readonly examples: {
                readonly right: readonly string[];
                readonly wrong: readonly string[];
                readonly now_undecided: readonly string[];
            };
        };
        readonly BacktestRequest: {
            readonly changes: readonly components["schemas"]["RuleChange"][];
            /** @default {} */
            readonly filter?: {
                /** @enum {string} */
                readonly status?: "ingested" | "processed" | "approved" | "rejected" | "failed";
                /** @enum {string} */
                readonly outcome?: "auto" | "needs_review";
                readonly category?: string;
                readonly connection?: string;
                /** @description Words in description or counterparty, all of them and in any order, case and accents aside */
                readonly q?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` from this instant on
                 * @example 2026-03-31T09:30:00Z
                 */
                readonly from?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` before this instant
                 * @example 2026-03-31T09:30:00Z
                 */
                readonly to?: string;
            };
            /** @description Part of the records; all where absent */
            readonly sample_percent?: number;
        };
        readonly RuleChange: {
            /** @enum {string} */
            readonly op: "create";
            readonly rule: components["schemas"]["RuleDefinition"];
            /**
             * @description 0 is first; last where absent
             * @default null
             */
            readonly position?: number | null;
        } | {
            /** @enum {string} */
            readonly op: "change";
            readonly rule_id: string;
            readonly change: components["schemas"]["RuleChanges"];
        } | {
            /** @enum {string} */
            readonly op: "remove";
            readonly rule_id: string;
        } | {
            /** @enum {string} */
            readonly op: "reorder";
            readonly rule_ids: readonly string[];
        } | {
            /** @enum {string} */
            readonly op: "restore";
            /** @description The rules become what they were in that version. A rule that was removed since gets a new id */
            readonly ruleset_version: number;
        };
        readonly RuleChanges: {
            readonly name?: string;
            readonly enabled?: boolean;
            readonly when?: components["schemas"]["Condition"];
            readonly then?: components["schemas"]["FieldsSet"];
            readonly continue?: boolean;
        };
        readonly RecordDiff: {
            readonly record_id: string;
            /** @description Of a back-test the version compared, of a run the one written */
            readonly record_version: number;
            /**
             * @description What becomes of the decision. `undecided` is told by back-tests only: no run takes a decision away
             * @enum {string}
             */
            readonly becomes: "settled" | "review" | "undecided" | "kept";
            readonly changes: readonly components["schemas"]["FieldChange"][];
            readonly undone: components["schemas"]["Undone"];
        };
        readonly FieldChange: {
            readonly field: string;
            /** @description Any JSON value */
            readonly before?: unknown;
            /** @description Any JSON value */
            readonly after?: unknown;
            /** @description The rule behind it; null where no rule sets it any more */
            readonly rule_id: string | null;
            readonly rule_version: number | null;
        };
        readonly Undone: {
            readonly restored: readonly string[];
            readonly left: readonly {
                readonly field: string;
                /** @enum {string} */
                readonly because: "settled_by_person" | "decided_again" | "changed_again";
            }[];
        } | null;
        readonly Activated: {
            readonly ruleset_version: number;
            readonly run_id: string | null;
        };
        readonly Activation: {
            /** @default false */
            readonly apply_to_history?: boolean;
        };
        readonly RuleRun: {
            readonly id: string;
            /** @enum {string} */
            readonly state: "applying" | "applied" | "undoing" | "undone" | "failed";
            readonly rule_id: string | null;
            readonly backtest_id: string | null;
            readonly ruleset_version: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            readonly created_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly ended_at: string | null;
            readonly undone_by: string | null;
            readonly counts: {
                /** @description `changed`, `unchanged` and all of `passed_over` together */
                readonly scanned: number;
                readonly changed: number;
                /** @description So already, or not what the rule is about */
                readonly unchanged: number;
                /** @description Not changed although rules would, by why */
                readonly passed_over: {
                    /** @description Changed since it was shown, or gone */
                    readonly changed_since: number;
                    /** @description Of a category archived since */
                    readonly category_archived: number;
                    /** @description No rule would decide it any more: a run takes no decision away */
                    readonly undecided: number;
                    /** @description A person settled what the rule would set otherwise */
                    readonly settled_by_person: number;
                    /** @description Waits to be processed, failed, rejected or erased */
                    readonly not_sorted: number;
                };
                /** @description `changed_since` and `category_archived` of `passed_over` together */
                readonly left: number;
                /** @description By an undo, taken back in full or in part */
                readonly restored: number;
                /** @description Left by an undo, because all of it changed since */
                readonly kept: number;
            };
        };
        readonly ApplyRule: {
            /** @default {} */
            readonly filter?: {
                /** @enum {string} */
                readonly status?: "ingested" | "processed" | "approved" | "rejected" | "failed";
                /** @enum {string} */
                readonly outcome?: "auto" | "needs_review";
                readonly category?: string;
                readonly connection?: string;
                /** @description Words in description or counterparty, all of them and in any order, case and accents aside */
                readonly q?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` from this instant on
                 * @example 2026-03-31T09:30:00Z
                 */
                readonly from?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` before this instant
                 * @example 2026-03-31T09:30:00Z
                 */
                readonly to?: string;
            };
        };
        readonly ApprovalWithRecord: {
            readonly id: string;
            readonly version: number;
            readonly record_id: string;
            /** @enum {string} */
            readonly state: "waiting" | "decided" | "withdrawn";
            /** @description The category that `approve` would give */
            readonly suggestion: string | null;
            /**
             * @description Why a person is asked. `audit`, told once it is decided: the record was settled, and chosen by chance to see whether that was right
             * @enum {string}
             */
            readonly because: "rule_asks" | "nothing_alike" | "not_sure_enough" | "model_failed" | "model_undecided" | "audit";
            readonly confidence: number;
            readonly lease: {
                readonly by: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly until: string;
                /** @description Send it with the decision: a later claim makes it void */
                readonly token: number;
            } | null;
            readonly assigned_to: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /** @description What members said while it waits for two of them to say the same */
            readonly verdicts: readonly {
                /** @enum {string} */
                readonly verdict: "approve" | "override" | "reject";
                readonly category_id: string | null;
                readonly by: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly at: string;
                readonly decision_id: string;
            }[];
            readonly decision: {
                /** @description By which it can be undone, with all decided in that step */
                readonly id: string | null;
                /** @enum {string} */
                readonly verdict: "approve" | "override" | "reject";
                readonly category_id: string | null;
                readonly by: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly at: string;
                readonly note: string | null;
                /** @description What members had said before, in order; where two had to say the same, one of them said what was decided */
                readonly verdicts: readonly {
                    /** @enum {string} */
                    readonly verdict: "approve" | "override" | "reject";
                    readonly category_id: string | null;
                    readonly by: string;
                    /**
                     * Format: date-time
                     * @example 2026-03-31T09:30:00.000Z
                     */
                    readonly at: string;
                    readonly decision_id: string;
                }[];
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly withdrawn_at: string | null;
            readonly record: components["schemas"]["Record"];
            /** @description Categories to choose from, three at most, the suggestion first, then what the approved records speak for most: `override` with one, or `approve` where it is the suggestion */
            readonly candidates: readonly {
                readonly category_id: string;
                readonly name: string;
                /** @enum {string} */
                readonly source: "rule" | "similarity" | "model";
                /** @description How sure its source is of it; while it waits told of the suggestion alone */
                readonly score: number | null;
                /** @description What speaks for it against its rival, most first: `count` of the `of` approved records alike in `match` have the category */
                readonly because: readonly {
                    readonly match: string;
                    readonly count: number;
                    readonly of: number;
                    readonly weight: number;
                }[];
                readonly rule: {
                    readonly id: string;
                    readonly name: string;
                } | null;
                /** @description What a model said for it */
                readonly rationale: string | null;
            }[];
            /** @description Records much like it that people decided */
            readonly similar: readonly {
                readonly record_id: string;
                readonly category_id: string;
                readonly similarity: number;
                readonly count: number;
                readonly match: string;
                readonly description: string;
                readonly counterparty: string | null;
                readonly amount: {
                    /** @description Minor units; text beyond 2^53 */
                    readonly minor: number | string;
                    readonly currency: string;
                } | null;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly occurred_at: string | null;
            }[];
            readonly receipt_ids: readonly string[];
            /** @description How many that wait are alike, itself counted */
            readonly alike: number;
            /** @description The id of its review queue, or `default` */
            readonly queue: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly due_at: string | null;
            readonly overdue: boolean;
        };
        readonly AlikeGroup: {
            readonly key: string;
            readonly count: number;
            readonly suggestion: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly oldest_at: string;
            /** @description The sum of the amounts, by currency */
            readonly totals: readonly {
                /** @description Minor units; text beyond 2^53 */
                readonly minor: number | string;
                readonly currency: string;
            }[];
            /** @description Three at most, those with most at stake first */
            readonly sample: readonly components["schemas"]["ApprovalWithRecord"][];
        };
        readonly DecidedSet: {
            readonly decided: readonly components["schemas"]["Approval"][];
            readonly decision_id: string | null;
        };
        readonly Approval: {
            readonly id: string;
            readonly version: number;
            readonly record_id: string;
            /** @enum {string} */
            readonly state: "waiting" | "decided" | "withdrawn";
            /** @description The category that `approve` would give */
            readonly suggestion: string | null;
            /**
             * @description Why a person is asked. `audit`, told once it is decided: the record was settled, and chosen by chance to see whether that was right
             * @enum {string}
             */
            readonly because: "rule_asks" | "nothing_alike" | "not_sure_enough" | "model_failed" | "model_undecided" | "audit";
            readonly confidence: number;
            readonly lease: {
                readonly by: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly until: string;
                /** @description Send it with the decision: a later claim makes it void */
                readonly token: number;
            } | null;
            readonly assigned_to: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /** @description What members said while it waits for two of them to say the same */
            readonly verdicts: readonly {
                /** @enum {string} */
                readonly verdict: "approve" | "override" | "reject";
                readonly category_id: string | null;
                readonly by: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly at: string;
                readonly decision_id: string;
            }[];
            readonly decision: {
                /** @description By which it can be undone, with all decided in that step */
                readonly id: string | null;
                /** @enum {string} */
                readonly verdict: "approve" | "override" | "reject";
                readonly category_id: string | null;
                readonly by: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly at: string;
                readonly note: string | null;
                /** @description What members had said before, in order; where two had to say the same, one of them said what was decided */
                readonly verdicts: readonly {
                    /** @enum {string} */
                    readonly verdict: "approve" | "override" | "reject";
                    readonly category_id: string | null;
                    readonly by: string;
                    /**
                     * Format: date-time
                     * @example 2026-03-31T09:30:00.000Z
                     */
                    readonly at: string;
                    readonly decision_id: string;
                }[];
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly withdrawn_at: string | null;
        };
        readonly DecideSet: {
            readonly items: readonly {
                readonly approval_id: string;
                /** @description The version of the record that was shown: refused where it is another, since what is suggested may be too */
                readonly record_version?: number;
                /** @description Of the lease by which it is decided: refused where that ran out, or was given to another since */
                readonly lease_token?: number;
            }[];
            /**
             * @description `approve` the suggestion, `override` with a category, or `reject`: the record is not one to sort
             * @enum {string}
             */
            readonly verdict: "approve" | "override" | "reject";
            readonly category_id?: string;
            readonly note?: string | null;
        };
        readonly Claim: {
            /** @default 10 */
            readonly limit?: number;
            /** @description Left out: every queue whose assignees the caller is among, and those without any */
            readonly queue?: "default" | string;
            /**
             * @default uncertainty
             * @enum {string}
             */
            readonly order?: "uncertainty" | "oldest";
            /**
             * @description `first`: what is assigned to the caller, then what is assigned to nobody; `only`: nothing else; `any`: what is assigned to others too
             * @default first
             * @enum {string}
             */
            readonly assigned?: "first" | "only" | "any";
            /**
             * @description Passed over, such as what was skipped
             * @default []
             */
            readonly except?: readonly string[];
            /** @default 300 */
            readonly lease_seconds?: number;
        };
        readonly NextApproval: {
            readonly item: components["schemas"]["ApprovalWithRecord"] & (Record<string, never> | null);
            readonly prefetched: readonly components["schemas"]["ApprovalWithRecord"][];
        };
        readonly Next: {
            /** @description Left out: every queue whose assignees the caller is among, and those without any */
            readonly queue?: "default" | string;
            /**
             * @default uncertainty
             * @enum {string}
             */
            readonly order?: "uncertainty" | "oldest";
            /**
             * @description `first`: what is assigned to the caller, then what is assigned to nobody; `only`: nothing else; `any`: what is assigned to others too
             * @default first
             * @enum {string}
             */
            readonly assigned?: "first" | "only" | "any";
            /**
             * @description Passed over, such as what was skipped
             * @default []
             */
            readonly except?: readonly string[];
            /** @default 300 */
            readonly lease_seconds?: number;
            /** @default 0 */
            readonly prefetch?: number;
        };
        readonly Leases: {
            readonly held: readonly string[];
            /** @description Not the caller's, run out, or claimed again since */
            readonly lost: readonly string[];
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly until: string | null;
        };
        readonly RenewLeases: {
            readonly leases: readonly {
                readonly approval_id: string;
                readonly token: number;
            }[];
            /** @default 300 */
            readonly lease_seconds?: number;
        };
        readonly ReleaseLeases: {
            readonly leases: readonly {
                readonly approval_id: string;
                readonly token: number;
            }[];
        };
        readonly Decided: {
            readonly approval: components["schemas"]["Approval"];
            readonly rule_id: string | null;
            readonly draft: components["schemas"]["RuleDraft"];
            /** @description By which it can be undone */
            readonly decision_id: string | null;
            readonly next: components["schemas"]["ApprovalWithRecord"] & (Record<string, never> | null);
            readonly prefetched: readonly components["schemas"]["ApprovalWithRecord"][];
        };
        readonly RuleDraft: {
            readonly rule: {
                readonly name: string;
                readonly enabled: boolean;
                readonly when: components["schemas"]["Condition"];
                readonly then: {
                    readonly category_id?: string;
                    readonly counterparty?: string;
                    readonly attributes?: {
                        readonly [key: string]: string;
                    };
                    /** @enum {boolean} */
                    readonly review?: true;
                };
                readonly continue: boolean;
            };
            readonly effect: components["schemas"]["RuleEffect"];
        } | null;
        readonly Decide: {
            /**
             * @description `approve` the suggestion, `override` with a category, or `reject`: the record is not one to sort
             * @enum {string}
             */
            readonly verdict: "approve" | "override" | "reject";
            readonly category_id?: string;
            readonly note?: string | null;
            /** @description Of the lease by which it is decided: refused where that ran out, or was given to another since */
            readonly lease_token?: number;
            /** @description The version of the record that was shown: refused where it is another, since what is suggested may be too */
            readonly record_version?: number;
            /** @description A rule to make along with it. `propose`, in a dry run: the one that the record and earlier decisions speak for */
            readonly create_rule?: "propose" | components["schemas"]["RuleDefinition"];
            /**
             * @description Decide nothing and write nothing: show the rule and what it would have changed
             * @default false
             */
            readonly dry_run?: boolean;
            /** @description Claim what comes next in the same step, as `POST /approvals/next` does */
            readonly next?: {
                /** @description Left out: every queue whose assignees the caller is among, and those without any */
                readonly queue?: "default" | string;
                /**
                 * @default uncertainty
                 * @enum {string}
                 */
                readonly order?: "uncertainty" | "oldest";
                /**
                 * @description `first`: what is assigned to the caller, then what is assigned to nobody; `only`: nothing else; `any`: what is assigned to others too
                 * @default first
                 * @enum {string}
                 */
                readonly assigned?: "first" | "only" | "any";
                /**
                 * @description Passed over, such as what was skipped
                 * @default []
                 */
                readonly except?: readonly string[];
                /** @default 300 */
                readonly lease_seconds?: number;
                /** @default 0 */
                readonly prefetch?: number;
            };
        };
        readonly DecidedMany: {
            readonly decided: readonly components["schemas"]["Approval"][];
            readonly decision_id: string | null;
            readonly refused: readonly {
                readonly approval_id: string;
                readonly problem: components["schemas"]["PartProblem"];
            }[];
        };
        /** @description A problem of one part; the same in every repeat of the answer */
        readonly PartProblem: {
            /**
             * @description Names the failure: https://balance.invalid/problems#<kind>
             * @example https://balance.invalid/problems#record.missing
             */
            readonly type: string;
            readonly title: string;
            readonly status: number;
            /** @description What is wrong where, at most 100 of them */
            readonly errors?: readonly {
                /**
                 * @description Where in the body (RFC 6901)
                 * @example /records/0/amount/minor
                 */
                readonly pointer?: string;
                /** @description Which query parameter */
                readonly parameter?: string;
                /** @description Where in YAML text, from 1 */
                readonly line?: number;
                readonly column?: number;
                /** @description Which header */
                readonly header?: string;
                /** @example is missing */
                readonly detail: string;
            }[];
        } & {
            readonly [key: string]: unknown;
        };
        readonly DecideMany: {
            readonly decisions: readonly {
                readonly approval_id: string;
                /**
                 * @description `approve` the suggestion, `override` with a category, or `reject`: the record is not one to sort
                 * @enum {string}
                 */
                readonly verdict: "approve" | "override" | "reject";
                readonly category_id?: string;
                readonly note?: string | null;
                /** @description Of the lease by which it is decided: refused where that ran out, or was given to another since */
                readonly lease_token?: number;
                /** @description The version of the record that was shown: refused where it is another, since what is suggested may be too */
                readonly record_version?: number;
            }[];
        };
        readonly ApprovalHistoryEntry: {
            readonly id: string | null;
            /** @enum {string} */
            readonly kind: "asked" | "assigned" | "commented" | "verdict_given" | "disagreed" | "decided" | "undone" | "withdrawn" | "reopened";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly at: string;
            /** @description A member or key; null: the service */
            readonly by: string | null;
            /** @description The comment, or the note of a verdict */
            readonly text: string | null;
            /** @enum {string|null} */
            readonly verdict: "approve" | "override" | "reject" | null;
            readonly category_id: string | null;
            /** @description To whom it was assigned */
            readonly member_id: string | null;
            readonly decision_id: string | null;
        };
        readonly Comment: {
            readonly text: string;
        };
        readonly Assigned: {
            readonly assigned: readonly string[];
            readonly left: readonly string[];
        };
        readonly Assign: {
            readonly approval_ids: readonly string[];
            readonly member_id: string | null;
        };
        readonly Take: {
            readonly approval_ids: readonly string[];
        };
        readonly ReviewQueues: {
            readonly data: readonly {
                readonly id: string;
                readonly version: number;
                readonly name: string;
                readonly conditions: {
                    readonly category_ids: readonly string[] | null;
                    readonly amount: {
                        readonly currency: string;
                        readonly min: number | string | null;
                        readonly max: number | string | null;
                    } | null;
                    readonly because: readonly ("rule_asks" | "nothing_alike" | "not_sure_enough" | "model_failed" | "model_undecided")[] | null;
                    readonly connection_ids: readonly string[] | null;
                    readonly age_hours: number | null;
                };
                readonly assignees: readonly string[];
                readonly sla_hours: number | null;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly created_at: string;
                readonly waiting: number;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly oldest_at: string | null;
                readonly overdue: number;
            }[];
            /** @description What no queue takes */
            readonly default: {
                readonly waiting: number;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly oldest_at: string | null;
                readonly overdue: number;
            };
        };
        readonly ReviewQueue: {
            readonly id: string;
            readonly version: number;
            readonly name: string;
            readonly conditions: {
                readonly category_ids: readonly string[] | null;
                readonly amount: {
                    readonly currency: string;
                    readonly min: number | string | null;
                    readonly max: number | string | null;
                } | null;
                readonly because: readonly ("rule_asks" | "nothing_alike" | "not_sure_enough" | "model_failed" | "model_undecided")[] | null;
                readonly connection_ids: readonly string[] | null;
                readonly age_hours: number | null;
            };
            readonly assignees: readonly string[];
            readonly sla_hours: number | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
        };
        readonly NewReviewQueue: {
            readonly name: string;
            /**
             * @description All of them hold; none: everything is in the queue
             * @default {}
             */
            readonly conditions?: {
                /** @description What is suggested is one of them */
                readonly category_ids?: readonly string[] | null;
                /** @description The size of the amount, whichever way it goes, in minor units; both ends belong to it */
                readonly amount?: {
                    /** @example GBP */
                    readonly currency: string;
                    readonly min?: number | string;
                    readonly max?: number | string;
                } | null;
                readonly because?: readonly ("rule_asks" | "nothing_alike" | "not_sure_enough" | "model_failed" | "model_undecided")[] | null;
                readonly connection_ids?: readonly string[] | null;
                /** @description It has waited for so long at least */
                readonly age_hours?: number | null;
            };
            /**
             * @description Members and roles that are asked; none: whoever may decide
             * @default []
             */
            readonly assignees?: readonly (("owner" | "admin" | "reviewer") | string)[];
            /**
             * @description From when an item is past due; null: never
             * @default null
             */
            readonly sla_hours?: number | null;
        };
        readonly ReviewQueueOrder: {
            readonly queue_ids: readonly string[];
        };
        readonly ReviewQueueChange: {
            readonly name?: string;
            /** @description All of them hold; none: everything is in the queue */
            readonly conditions?: {
                /** @description What is suggested is one of them */
                readonly category_ids?: readonly string[] | null;
                /** @description The size of the amount, whichever way it goes, in minor units; both ends belong to it */
                readonly amount?: {
                    /** @example GBP */
                    readonly currency: string;
                    readonly min?: number | string;
                    readonly max?: number | string;
                } | null;
                readonly because?: readonly ("rule_asks" | "nothing_alike" | "not_sure_enough" | "model_failed" | "model_undecided")[] | null;
                readonly connection_ids?: readonly string[] | null;
                /** @description It has waited for so long at least */
                readonly age_hours?: number | null;
            };
            /** @description Members and roles that are asked; none: whoever may decide */
            readonly assignees?: readonly (("owner" | "admin" | "reviewer") | string)[];
            /** @description From when an item is past due; null: never */
            readonly sla_hours?: number | null;
        };
        readonly Quality: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly from: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly to: string;
            readonly target_precision: number;
            /** @description Decisions; a record that was processed again was decided again */
            readonly processed: number;
            readonly settled: number;
            /** @description `settled` of `processed` */
            readonly coverage: number | null;
            readonly precision: components["schemas"]["Estimate"];
            readonly steps: readonly {
                /** @enum {string} */
                readonly source: "rule" | "similarity" | "model";
                readonly settled: number;
                /** @description The part of all that this step settled, and none before it */
                readonly adds: number | null;
                readonly precision: components["schemas"]["Estimate"] & unknown;
                readonly audited: number;
                readonly wrong: number;
                /** @description Wrong ones that people came across besides the audits */
                readonly found_wrong: number;
                /** @description What the model was paid, in tokens and millionths of a US dollar, whether or not it settled the record; null for steps that pay nobody */
                readonly cost: {
                    readonly tokens: number;
                    readonly micros: number;
                } | null;
            }[];
            readonly calibration: readonly {
                /** @enum {string} */
                readonly source: "rule" | "similarity" | "model";
                /** @description How far scores and shares lie apart, over all bins */
                readonly error: number;
                readonly bins: readonly {
                    readonly from: number;
                    readonly to: number;
                    readonly mean_score: number;
                    readonly right: components["schemas"]["Estimate"] & unknown;
                }[];
            }[];
            readonly categories: readonly {
                readonly category_id: string;
                readonly name: string | null;
                readonly proposed: number;
                readonly right: number;
                readonly wrong: number;
                readonly decided: number;
                readonly precision: number | null;
                readonly recall: number | null;
                readonly confusions: readonly {
                    /** @description Null: the record was rejected */
                    readonly category_id: string | null;
                    readonly n: number;
                }[];
            }[];
            readonly targets: readonly {
                readonly target: number;
                readonly threshold: number | null;
                /** @description The part of the judged proposals that would be settled */
                readonly share: number | null;
            }[];
            /** @description How often the category decided was among those offered */
            readonly candidates: {
                readonly reviewed: number;
                readonly hits: number;
                readonly share: number | null;
            };
            readonly trust: readonly {
                /** @enum {string} */
                readonly source: "rule" | "similarity" | "model";
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly dropped_at: string;
                /**
                 * Format: date-time
                 * @description Evidence from before does not count; null: all does again
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly distrusted_before: string | null;
            }[];
        };
        /** @description The part of what was settled that is right, by the audits; null where nothing was audited */
        readonly Estimate: {
            readonly share: number;
            readonly low: number;
            readonly high: number;
            /** @description How many were looked at */
            readonly n: number;
        } | null;
        readonly Report: {
            readonly id: string;
            /** @enum {string} */
            readonly kind: "spend" | "automation" | "reviewer_activity" | "rule_performance" | "exceptions" | "audit_trail";
            /** @enum {string|null} */
            readonly grouping: "category" | "month" | "counterparty" | null;
            readonly filters: {
                readonly category_id?: string;
                readonly connection_id?: string;
                readonly counterparty?: string;
                readonly currency?: string;
                readonly rule_id?: string;
                readonly member_id?: string;
                readonly exception?: string;
                readonly event_type?: string;
            };
            /** @enum {string|null} */
            readonly compare: "previous_period" | null;
            readonly formats: readonly ("json" | "csv" | "xlsx" | "html")[];
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly from: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly to: string;
            readonly schedule_id: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            readonly created_by: string;
            /** @enum {string} */
            readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Rows written, over all formats */
            readonly progress: {
                readonly done: number;
                /** @description Null until it is counted */
                readonly total: number | null;
            };
            /** @description How many rows stand behind the figures */
            readonly rows: number | null;
            /** @description Those that are made */
            readonly files: readonly {
                /** @enum {string} */
                readonly format: "json" | "csv" | "xlsx" | "html";
                readonly bytes: number;
                readonly sha256: string;
            }[];
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly ended_at: string | null;
            /**
             * Format: date-time
             * @description When its files went because a person's data was erased; ask for it again
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly erased_at: string | null;
        };
        readonly ReportRequest: {
            /** @enum {string} */
            readonly kind: "spend" | "automation" | "reviewer_activity" | "rule_performance" | "exceptions" | "audit_trail";
            /**
             * @description Of `spend`: `category` where absent
             * @enum {string}
             */
            readonly grouping?: "category" | "month" | "counterparty";
            readonly filters?: components["schemas"]["ReportFilters"];
            /**
             * @description With the period of the same length that ends where this begins
             * @default null
             * @enum {string|null}
             */
            readonly compare?: "previous_period" | null;
            /**
             * @description All where absent. JSON is made always; others can be asked for later
             * @default [
             *       "json",
             *       "csv",
             *       "xlsx",
             *       "html"
             *     ]
             */
            readonly formats?: readonly ("json" | "csv" | "xlsx" | "html")[];
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            readonly from: string;
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            readonly to: string;
        };
        /**
         * @description Every given part must hold. `category_id` (that the record has when the report is made) and `connection_id`: of all kinds but `audit_trail`; `counterparty` and `currency`: of `spend`; `rule_id`: of `rule_performance`; `member_id`: of `reviewer_activity` and `audit_trail`; `exception`: of `exceptions`; `event_type`: of `audit_trail`
         * @default {}
         */
        readonly ReportFilters: {
            readonly category_id?: string;
            readonly connection_id?: string;
            /** @description As it stands in records */
            readonly counterparty?: string;
            readonly currency?: string;
            readonly rule_id?: string;
            /** @description Of a member or a key */
            readonly member_id?: string;
            /** @enum {string} */
            readonly exception?: "conflict" | "dead_letter" | "failed" | "low_confidence" | "overdue";
            /** @example TX_APPROVED */
            readonly event_type?: string;
        };
        readonly ReportInFull: components["schemas"]["Report"] & {
            readonly figures: readonly components["schemas"]["ReportTable"][] | null;
        };
        /** @description Figures: a cell for each column. Amounts are exact decimal text in the currency of their row; shares are from 0 to 1 */
        readonly ReportTable: {
            readonly name: string;
            readonly title: string;
            readonly note: string | null;
            readonly columns: readonly {
                readonly name: string;
                readonly label: string;
                /** @enum {string} */
                readonly kind: "text" | "instant" | "count" | "number" | "share" | "amount";
            }[];
            readonly rows: readonly (readonly (string | number | null)[])[];
        };
        readonly ReportFormatsRequest: {
            readonly formats: readonly ("json" | "csv" | "xlsx" | "html")[];
        };
        readonly ReportLink: {
            readonly url: string;
            /** @enum {string} */
            readonly format: "json" | "csv" | "xlsx" | "html";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string;
        };
        readonly ReportSchedule: {
            readonly id: string;
            readonly name: string;
            readonly cron: string;
            readonly time_zone: string;
            /** @enum {string} */
            readonly covers: "previous_day" | "previous_week" | "previous_month" | "previous_quarter" | "previous_year";
            readonly report: {
                /** @enum {string} */
                readonly kind: "spend" | "automation" | "reviewer_activity" | "rule_performance" | "exceptions" | "audit_trail";
                /** @enum {string|null} */
                readonly grouping: "category" | "month" | "counterparty" | null;
                readonly filters: {
                    readonly category_id?: string;
                    readonly connection_id?: string;
                    readonly counterparty?: string;
                    readonly currency?: string;
                    readonly rule_id?: string;
                    readonly member_id?: string;
                    readonly exception?: string;
                    readonly event_type?: string;
                };
                /** @enum {string|null} */
                readonly compare: "previous_period" | null;
                readonly formats: readonly ("json" | "csv" | "xlsx" | "html")[];
            };
            readonly paused: boolean;
            /**
             * Format: date-time
             * @description Null: it rests
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly next_at: string | null;
            readonly last_report_id: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            readonly created_by: string;
        };
        readonly ReportScheduleRequest: {
            readonly name: string;
            /**
             * @description Minute, hour, day of the month, month, day of the week; once an hour at most
             * @example 0 7 1 * *
             */
            readonly cron: string;
            /**
             * @default UTC
             * @example Europe/Berlin
             */
            readonly time_zone?: string;
            /**
             * @description The last whole one before the report is due, in the time zone
             * @enum {string}
             */
            readonly covers: "previous_day" | "previous_week" | "previous_month" | "previous_quarter" | "previous_year";
            readonly report: components["schemas"]["ReportTerms"];
            /** @default false */
            readonly paused?: boolean;
        };
        readonly ReportTerms: {
            /** @enum {string} */
            readonly kind: "spend" | "automation" | "reviewer_activity" | "rule_performance" | "exceptions" | "audit_trail";
            /**
             * @description Of `spend`: `category` where absent
             * @enum {string}
             */
            readonly grouping?: "category" | "month" | "counterparty";
            readonly filters?: components["schemas"]["ReportFilters"];
            /**
             * @description With the period of the same length that ends where this begins
             * @default null
             * @enum {string|null}
             */
            readonly compare?: "previous_period" | null;
            /**
             * @description All where absent. JSON is made always; others can be asked for later
             * @default [
             *       "json",
             *       "csv",
             *       "xlsx",
             *       "html"
             *     ]
             */
            readonly formats?: readonly ("json" | "csv" | "xlsx" | "html")[];
        };
        readonly ReportScheduleChange: {
            readonly name?: string;
            /**
             * @description Minute, hour, day of the month, month, day of the week; once an hour at most
             * @example 0 7 1 * *
             */
            readonly cron?: string;
            /** @example Europe/Berlin */
            readonly time_zone?: string;
            /**
             * @description The last whole one before the report is due, in the time zone
             * @enum {string}
             */
            readonly covers?: "previous_day" | "previous_week" | "previous_month" | "previous_quarter" | "previous_year";
            readonly report?: components["schemas"]["ReportTerms"];
            readonly paused?: boolean;
        };
        readonly Event: {
            /** @description 1, 2, 3 … without a gap */
            readonly seq: number;
            readonly type: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly occurred_at: string;
            readonly actor: string;
            readonly source_agent: string;
            /** @description `{"erased": true}` where the content was erased */
            readonly payload: {
                readonly [key: string]: unknown;
            };
            /** @description Hashed with the payload; null where the content was erased, and in events of before there were salts */
            readonly salt: string | null;
            /** @description SHA-256 over salt and payload; null in events of before there were salts */
            readonly payload_hash: string | null;
            /** @description SHA-256 over this event and the hash before it */
            readonly hash: string;
        };
        readonly CloudEvent: {
            /** @enum {string} */
            readonly specversion: "1.0";
            /** @description The `seq` */
            readonly id: string;
            /**
             * @description The company, below this service's address
             * @example https://balance.example/tenants/ten_01kx2m6v9dfk3tqz8w5y7r4b1c
             */
            readonly source: string;
            /** @example invalid.balance.tx_approved */
            readonly type: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly time: string;
            /** @description The id of what it is about, where there is one */
            readonly subject?: string;
            /** @enum {string} */
            readonly datacontenttype: "application/json";
            /**
             * @description The `seq` with 16 digits; may be passed as `after`
             * @example 0000000000000042
             */
            readonly sequence: string;
            readonly data: components["schemas"]["Event"];
        };
        readonly Checkpoint: {
            /** @description The last event's; 0 before the first */
            readonly seq: number;
            /** @description The last event's; 64 zeros before the first */
            readonly hash: string;
        };
        readonly KeptCheckpoint: {
            /** @description The last event's; 0 before the first */
            readonly seq: number;
            /** @description The last event's; 64 zeros before the first */
            readonly hash: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly taken_at: string;
        };
        readonly DeadLetter: {
            readonly id: string;
            readonly job_id: string;
            /** @enum {string} */
            readonly queue: "records:ingest" | "records:process" | "reports:generate" | "integrations:pull" | "notifications:deliver" | "billing:sync";
            /** @example process_records */
            readonly kind: string;
            /** @description The records it was about */
            readonly record_ids: readonly string[];
            readonly delivery_id: string | null;
            readonly records: number;
            /**
             * @description What failed, by name
             * @example PostgresError 23514
             */
            readonly error_class: string;
            readonly reason: string;
            readonly attempts: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly first_failed_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly died_at: string;
            /** @description W3C trace context of the request that caused the job */
            readonly traceparent: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly replayed_at: string | null;
        };
        readonly Replayed: {
            readonly dry_run: boolean;
            readonly dead_letter_ids: readonly string[];
            /** @description Failed records that wait again */
            readonly records: number;
            /** @description The filter lets more through than `limit` */
            readonly more: boolean;
            /**
             * Format: date-time
             * @description When the last of them begins at the earliest
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly last_due_at: string | null;
        };
        readonly Replay: {
            readonly filter: {
                readonly ids?: readonly string[];
                /** @enum {string} */
                readonly queue?: "records:ingest" | "records:process" | "reports:generate" | "integrations:pull" | "notifications:deliver" | "billing:sync";
                readonly error_class?: string;
                /**
                 * Format: date-time
                 * @description `died_at` from this instant on
                 * @example 2026-03-31T09:30:00Z
                 */
                readonly died_from?: string;
                /**
                 * Format: date-time
                 * @description `died_at` before this instant
                 * @example 2026-03-31T09:30:00Z
                 */
                readonly died_to?: string;
            };
            /**
             * @description Only says what would be sent
             * @default false
             */
            readonly dry_run?: boolean;
            /**
             * @description Jobs a second; null: all at once
             * @default null
             */
            readonly per_second?: number | null;
            /** @default 100 */
            readonly limit?: number;
        };
        readonly Manifest: {
            readonly name: string;
            readonly title: string;
            readonly settings: {
                readonly [key: string]: unknown;
            };
            readonly mapping: string;
        };
        readonly RequestedPull: {
            readonly run: number;
        };
        readonly BegunAuthorisation: {
            readonly authorization_url: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string;
        };
        readonly Authorised: {
            readonly connection_id: string;
            /** @enum {boolean} */
            readonly authorised: true;
        };
        readonly RevokedAuthorisation: {
            readonly revoked_at_source: boolean;
        };
        readonly CreatedConnection: components["schemas"]["Connection"] & {
            /** @description What was made to sign webhooks: told once, null where none was made */
            readonly secret: string | null;
        };
        readonly Connection: {
            readonly id: string;
            readonly version: number;
            readonly name: string;
            /** @enum {string} */
            readonly kind: "api" | "file" | "webhook" | "pull";
            /** @description What the kind needs to know of its source; no secrets */
            readonly settings: {
                readonly [key: string]: unknown;
            } | null;
            /** @description Where a webhook is sent to */
            readonly hook_url: string | null;
            /** @description Records that name no connection are filed under it */
            readonly is_default: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly archived_at: string | null;
        };
        readonly NewConnection: {
            /** @enum {string} */
            readonly kind?: "api";
            readonly name: string;
        } | {
            /** @enum {string} */
            readonly kind: "file";
            readonly name: string;
        } | {
            /** @enum {string} */
            readonly kind: "webhook";
            readonly name: string;
            readonly settings: {
                /**
                 * @description Standard Webhooks: headers webhook-id, webhook-timestamp, webhook-signature
                 * @enum {string}
                 */
                readonly scheme: "standard";
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                readonly tolerance_s?: number;
            } | {
                /**
                 * @description Stripe-Signature with t and v1; the id of the event is in the body
                 * @enum {string}
                 */
                readonly scheme: "stripe";
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                readonly tolerance_s?: number;
            } | {
                /**
                 * @description X-Hub-Signature-256 over the body, X-GitHub-Delivery; no time is signed
                 * @enum {string}
                 */
                readonly scheme: "github";
            } | {
                /**
                 * @description HMAC over the body, or over `<time>.<body>` where a header tells the time
                 * @enum {string}
                 */
                readonly scheme: "hmac";
                /**
                 * @default sha256
                 * @enum {string}
                 */
                readonly algorithm?: "sha256" | "sha512";
                /**
                 * @default hex
                 * @enum {string}
                 */
                readonly encoding?: "hex" | "base64";
                readonly signature_header: string;
                /** @default  */
                readonly signature_prefix?: string;
                /** @description Unix seconds */
                readonly timestamp_header?: string;
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                readonly tolerance_s?: number;
                readonly id_header?: string;
                /** @description Where the body has the id; the hash of the body where neither tells one */
                readonly id_pointer?: string;
            };
            /** @description What signs webhooks (made for you where you name none), or the secret of the bearer or of the OAuth client; never told again */
            readonly secret?: string;
        } | {
            /** @enum {string} */
            readonly kind: "pull";
            readonly name: string;
            /**
             * @description A source that is known, in the place of settings
             * @enum {string}
             */
            readonly manifest?: "mollie_payments" | "stripe_balance_transactions";
            readonly settings?: {
                readonly auth: {
                    /**
                     * @description A secret of yours goes with each request
                     * @enum {string}
                     */
                    readonly kind: "bearer";
                } | {
                    /**
                     * @description Authorisation code with PKCE (RFC 6749, RFC 7636)
                     * @enum {string}
                     */
                    readonly kind: "oauth2";
                    /** @description Held against `iss` in the answer (RFC 9207) */
                    readonly issuer?: string;
                    readonly authorization_endpoint: string;
                    readonly token_endpoint: string;
                    readonly revocation_endpoint?: string;
                    readonly client_id: string;
                    /**
                     * @default basic
                     * @enum {string}
                     */
                    readonly client_auth?: "basic" | "post" | "none";
                    /** @default [] */
                    readonly scopes?: readonly string[];
                    /**
                     * @description More of the authorisation request
                     * @default {}
                     */
                    readonly parameters?: {
                        readonly [key: string]: string;
                    };
                };
                readonly list: {
                    readonly url: string;
                    /** @default {} */
                    readonly query?: {
                        readonly [key: string]: string;
                    };
                    /** @default {} */
                    readonly headers?: {
                        readonly [key: string]: string;
                    };
                    /** @description Where an answer has its list of items */
                    readonly items: string;
                    /** @description Where an item has its id */
                    readonly id: string;
                };
                readonly paging: {
                    /** @enum {string} */
                    readonly style: "none";
                } | {
                    /**
                     * @description The answer tells the next cursor
                     * @enum {string}
                     */
                    readonly style: "cursor";
                    readonly parameter: string;
                    readonly next: string;
                } | {
                    /**
                     * @description The next page begins after the last item's id
                     * @enum {string}
                     */
                    readonly style: "last_id";
                    readonly parameter: string;
                    readonly has_more: string;
                } | {
                    /**
                     * @description Pages have numbers, from 1
                     * @enum {string}
                     */
                    readonly style: "page";
                    readonly parameter: string;
                } | {
                    /**
                     * @description The answer tells the next page's address, of the same origin
                     * @enum {string}
                     */
                    readonly style: "url";
                    readonly next: string;
                } | {
                    /**
                     * @description A Link header with rel=next (RFC 8288), of the same origin
                     * @enum {string}
                     */
                    readonly style: "link";
                };
                /** @description How only what is new is asked for */
                readonly since?: {
                    readonly parameter: string;
                    /** @description Where an item has its time */
                    readonly pointer: string;
                    /**
                     * @description Of the item's time and of the parameter
                     * @enum {string}
                     */
                    readonly format: "rfc3339" | "unix" | "date";
                    /**
                     * @description So much is asked for again, for what came late
                     * @default 86400
                     */
                    readonly overlap_s?: number;
                };
                /** @default 60 */
                readonly every_minutes?: number;
            };
            /** @description What signs webhooks (made for you where you name none), or the secret of the bearer or of the OAuth client; never told again */
            readonly secret?: string;
        };
        readonly ConnectionChange: {
            readonly name?: string;
            /** @description Of a webhook: how it is signed from now on */
            readonly signing?: {
                /**
                 * @description Standard Webhooks: headers webhook-id, webhook-timestamp, webhook-signature
                 * @enum {string}
                 */
                readonly scheme: "standard";
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                readonly tolerance_s?: number;
            } | {
                /**
                 * @description Stripe-Signature with t and v1; the id of the event is in the body
                 * @enum {string}
                 */
                readonly scheme: "stripe";
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                readonly tolerance_s?: number;
            } | {
                /**
                 * @description X-Hub-Signature-256 over the body, X-GitHub-Delivery; no time is signed
                 * @enum {string}
                 */
                readonly scheme: "github";
            } | {
                /**
                 * @description HMAC over the body, or over `<time>.<body>` where a header tells the time
                 * @enum {string}
                 */
                readonly scheme: "hmac";
                /**
                 * @default sha256
                 * @enum {string}
                 */
                readonly algorithm?: "sha256" | "sha512";
                /**
                 * @default hex
                 * @enum {string}
                 */
                readonly encoding?: "hex" | "base64";
                readonly signature_header: string;
                /** @default  */
                readonly signature_prefix?: string;
                /** @description Unix seconds */
                readonly timestamp_header?: string;
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                readonly tolerance_s?: number;
                readonly id_header?: string;
                /** @description Where the body has the id; the hash of the body where neither tells one */
                readonly id_pointer?: string;
            };
            /** @description Of a pull: where it fetches from now on */
            readonly source?: {
                readonly auth: {
                    /**
                     * @description A secret of yours goes with each request
                     * @enum {string}
                     */
                    readonly kind: "bearer";
                } | {
                    /**
                     * @description Authorisation code with PKCE (RFC 6749, RFC 7636)
                     * @enum {string}
                     */
                    readonly kind: "oauth2";
                    /** @description Held against `iss` in the answer (RFC 9207) */
                    readonly issuer?: string;
                    readonly authorization_endpoint: string;
                    readonly token_endpoint: string;
                    readonly revocation_endpoint?: string;
                    readonly client_id: string;
                    /**
                     * @default basic
                     * @enum {string}
                     */
                    readonly client_auth?: "basic" | "post" | "none";
                    /** @default [] */
                    readonly scopes?: readonly string[];
                    /**
                     * @description More of the authorisation request
                     * @default {}
                     */
                    readonly parameters?: {
                        readonly [key: string]: string;
                    };
                };
                readonly list: {
                    readonly url: string;
                    /** @default {} */
                    readonly query?: {
                        readonly [key: string]: string;
                    };
                    /** @default {} */
                    readonly headers?: {
                        readonly [key: string]: string;
                    };
                    /** @description Where an answer has its list of items */
                    readonly items: string;
                    /** @description Where an item has its id */
                    readonly id: string;
                };
                readonly paging: {
                    /** @enum {string} */
                    readonly style: "none";
                } | {
                    /**
                     * @description The answer tells the next cursor
                     * @enum {string}
                     */
                    readonly style: "cursor";
                    readonly parameter: string;
                    readonly next: string;
                } | {
                    /**
                     * @description The next page begins after the last item's id
                     * @enum {string}
                     */
                    readonly style: "last_id";
                    readonly parameter: string;
                    readonly has_more: string;
                } | {
                    /**
                     * @description Pages have numbers, from 1
                     * @enum {string}
                     */
                    readonly style: "page";
                    readonly parameter: string;
                } | {
                    /**
                     * @description The answer tells the next page's address, of the same origin
                     * @enum {string}
                     */
                    readonly style: "url";
                    readonly next: string;
                } | {
                    /**
                     * @description A Link header with rel=next (RFC 8288), of the same origin
                     * @enum {string}
                     */
                    readonly style: "link";
                };
                /** @description How only what is new is asked for */
                readonly since?: {
                    readonly parameter: string;
                    /** @description Where an item has its time */
                    readonly pointer: string;
                    /**
                     * @description Of the item's time and of the parameter
                     * @enum {string}
                     */
                    readonly format: "rfc3339" | "unix" | "date";
                    /**
                     * @description So much is asked for again, for what came late
                     * @default 86400
                     */
                    readonly overlap_s?: number;
                };
                /** @default 60 */
                readonly every_minutes?: number;
            };
            readonly archived?: boolean;
        };
        readonly ConnectionSecret: {
            readonly secret: string | null;
        };
        readonly NewConnectionSecret: {
            readonly secret?: string;
        };
        readonly ConnectionHealth: {
            readonly connection_id: string;
            /** @enum {string} */
            readonly state: "healthy" | "degraded" | "broken" | "needs_reauth" | "paused";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly since: string;
            readonly failures_in_row: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly last_success_at: string | null;
            /** @description Seconds since the last success; null before the first */
            readonly lag_s: number | null;
            readonly last_failure: {
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly at: string;
                /** @enum {string} */
                readonly cause: "unreachable" | "server_error" | "rate_limited" | "unauthorised" | "revoked" | "refused" | "rejected" | "too_large" | "unreadable" | "endless" | "unmapped";
                /** @description A code or a status; never what the other side wrote */
                readonly detail: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly next_try_at: string | null;
            readonly payloads: {
                readonly waiting: number;
                readonly taken_in: number;
                readonly failed: number;
                readonly conflict: number;
            };
            readonly pull: {
                readonly running: boolean;
                readonly pages_read: number;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly next_at: string | null;
                readonly authorised: boolean;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly grant_expires_at: string | null;
            } | null;
        };
        readonly Mapping: {
            readonly id: string;
            readonly connection_id: string;
            readonly number: number;
            readonly expression: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            readonly created_by: string;
        };
        readonly NewMapping: {
            /**
             * @description JSONata 2: makes a record of a payload, a list of them, or nothing
             * @example { "external_id": id, "description": memo, "amount": { "value": total, "currency": currency } }
             */
            readonly expression: string;
        };
        readonly TriedMapping: {
            /** @description Any JSON value */
            readonly made?: unknown;
            readonly records: readonly components["schemas"]["MappedRecord"][];
            readonly failure: ({
                readonly kind: string;
                readonly title: string;
                readonly errors: readonly {
                    readonly pointer: string;
                    readonly detail: string;
                }[];
            } & {
                readonly [key: string]: unknown;
            }) | null;
        };
        readonly MappedRecord: {
            readonly external_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly occurred_at: string | null;
            readonly description: string;
            readonly counterparty: string | null;
            readonly amount: {
                /** @description Minor units; text beyond 2^53 */
                readonly minor: number | string;
                readonly currency: string;
            } | null;
            readonly attributes: {
                readonly [key: string]: string | number | boolean | null;
            };
            readonly pending: boolean;
            readonly supersedes: string | null;
        };
        readonly MappingTrial: {
            /**
             * @description JSONata 2: makes a record of a payload, a list of them, or nothing
             * @example { "external_id": id, "description": memo, "amount": { "value": total, "currency": currency } }
             */
            readonly expression?: string;
            readonly payload_id?: string;
            /** @description Any JSON value */
            readonly payload?: unknown;
        };
        readonly ComparedPayload: {
            readonly payload_id: string;
            readonly records: readonly {
                readonly external_id: string;
                /**
                 * @description `gone`: this mapping makes no such record; it would stay as it is
                 * @enum {string}
                 */
                readonly change: "same" | "changed" | "new" | "gone";
                /** @description The fields that differ, as they were made */
                readonly before: {
                    readonly [key: string]: unknown;
                } | null;
                readonly after: {
                    readonly [key: string]: unknown;
                } | null;
            }[];
            readonly failure: {
                readonly kind: string;
                readonly detail: string;
            } | null;
        };
        readonly MappingComparison: {
            /** @description The mapping in force where absent */
            readonly expression?: string;
            /** @default 50 */
            readonly limit?: number;
            /** @description The `next_cursor` of the page before */
            readonly cursor?: string;
        };
        readonly RequestedRemap: {
            readonly mapping_number: number;
        };
        readonly Payload: {
            readonly id: string;
            readonly connection_id: string;
            /** @description The sender's id of the event or the item */
            readonly external_id: string;
            readonly sha256: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly received_at: string;
            /**
             * @description `conflict`: its id was used for another body before; kept, and taken in only when it is replayed
             * @enum {string}
             */
            readonly state: "waiting" | "taken_in" | "failed" | "conflict";
            readonly failure: {
                readonly kind: string;
                readonly detail: string;
            } | null;
            /** @description The mapping that was used last; 0: none was made yet */
            readonly mapping_number: number | null;
            readonly record_ids: readonly string[];
        };
        readonly PayloadInFull: components["schemas"]["Payload"] & {
            /** @description As it came; null once it was kept long enough, or erased */
            readonly body: string | null;
        };
        readonly ReplayedPayloads: {
            readonly replayed: number;
        };
        readonly NotificationEndpointWithSecret: {
            readonly id: string;
            readonly version: number;
            readonly url: string;
            readonly description: string;
            readonly kinds: readonly ("intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled")[];
            readonly enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly disabled_at: string | null;
            /**
             * @description `asked`: by somebody; `gone`: it answered 410; `failing`: nothing went well for five days
             * @enum {string|null}
             */
            readonly disabled_for: "asked" | "gone" | "failing" | null;
            /**
             * Format: date-time
             * @description Since when no attempt went well
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly failing_since: string | null;
            /** @description Deliveries in a row that were given up */
            readonly exhausted: number;
            /**
             * Format: date-time
             * @description Until when the secret before the newest signs too
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly secret_overlap_until: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /** @description `whsec_` and 32 bytes as base64, as Standard Webhooks has it */
            readonly secret: string | null;
        };
        readonly NewNotificationEndpoint: {
            /**
             * @description Only addresses of the open internet are reached, by https, unless the operator allows others
             * @example https://hooks.foxglove.example/balance
             */
            readonly url: string;
            /** @default  */
            readonly description?: string;
            /**
             * @default [
             *       "intake_failed",
             *       "import_failed",
             *       "processing_failed",
             *       "connection_degraded",
             *       "connection_restored",
             *       "limit_near",
             *       "limit_reached",
             *       "subscription_changed",
             *       "report_ready",
             *       "rule_flagged",
             *       "review_queue_old",
             *       "endpoint_disabled"
             *     ]
             */
            readonly kinds?: readonly ("intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled")[];
        };
        readonly NotificationEndpoint: {
            readonly id: string;
            readonly version: number;
            readonly url: string;
            readonly description: string;
            readonly kinds: readonly ("intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled")[];
            readonly enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly disabled_at: string | null;
            /**
             * @description `asked`: by somebody; `gone`: it answered 410; `failing`: nothing went well for five days
             * @enum {string|null}
             */
            readonly disabled_for: "asked" | "gone" | "failing" | null;
            /**
             * Format: date-time
             * @description Since when no attempt went well
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly failing_since: string | null;
            /** @description Deliveries in a row that were given up */
            readonly exhausted: number;
            /**
             * Format: date-time
             * @description Until when the secret before the newest signs too
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly secret_overlap_until: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
        };
        readonly NotificationEndpointChange: {
            /**
             * @description Only addresses of the open internet are reached, by https, unless the operator allows others
             * @example https://hooks.foxglove.example/balance
             */
            readonly url?: string;
            readonly description?: string;
            readonly kinds?: readonly ("intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled")[];
            readonly enabled?: boolean;
        };
        readonly SecretRotation: {
            /** @default 86400 */
            readonly overlap_s?: number;
        };
        readonly EventFeed: {
            readonly endpoint_id: string;
            /** @description Types of events; none: all of them */
            readonly types: readonly string[];
            /** @enum {string} */
            readonly format: "plain" | "cloudevents";
            readonly batch_max: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly paused_at: string | null;
            /** @description All that it is sent up to this `seq` was acknowledged; what comes next is behind it */
            readonly cursor: number;
            /** @description The log's last `seq` */
            readonly head: number;
            /** @description Events of the log behind the cursor, of whatever type */
            readonly lag: number;
            /** @description How often the message that comes next was sent and not acknowledged */
            readonly attempts: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly next_attempt_at: string | null;
            /** @description What the endpoint last answered: a status of HTTP */
            readonly last_code: number | null;
            readonly last_failure: string | null;
            /**
             * Format: date-time
             * @description When it last acknowledged something
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly delivered_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
        };
        readonly NewEventFeed: {
            /**
             * @description Types of events; none: all of them
             * @default []
             */
            readonly types?: readonly string[];
            /**
             * @description `cloudevents`: a batch of CloudEvents 1.0
             * @default plain
             * @enum {string}
             */
            readonly format?: "plain" | "cloudevents";
            /**
             * @description Most events in one message
             * @default 100
             */
            readonly batch_max?: number;
            /** @default false */
            readonly paused?: boolean;
            readonly after?: number;
        };
        readonly EventFeedChange: {
            /** @description Types of events; none: all of them */
            readonly types?: readonly string[];
            /**
             * @description `cloudevents`: a batch of CloudEvents 1.0
             * @enum {string}
             */
            readonly format?: "plain" | "cloudevents";
            /** @description Most events in one message */
            readonly batch_max?: number;
            readonly paused?: boolean;
            readonly cursor?: number;
        };
        readonly NoticePreferences: {
            /**
             * @description `off`: the operator has set no mail server; nothing goes out
             * @enum {string}
             */
            readonly email: "on" | "off";
            readonly modes: {
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly intake_failed: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly import_failed: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly processing_failed: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly connection_degraded: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly connection_restored: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly limit_near: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly limit_reached: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly subscription_changed: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly report_ready: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly rule_flagged: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly review_queue_old: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                readonly endpoint_disabled: "off" | "immediate" | "daily";
            };
            /** @description The kinds that were chosen; the others are as the role has them */
            readonly chosen: readonly ("intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled")[];
        };
        readonly NewNoticePreferences: {
            readonly modes: {
                /** @enum {string} */
                readonly intake_failed?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly import_failed?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly processing_failed?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly connection_degraded?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly connection_restored?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly limit_near?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly limit_reached?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly subscription_changed?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly report_ready?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly rule_flagged?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly review_queue_old?: "off" | "immediate" | "daily";
                /** @enum {string} */
                readonly endpoint_disabled?: "off" | "immediate" | "daily";
            };
        };
        readonly NotificationSettings: {
            /** @description The hour (UTC) at which daily digests go out */
            readonly digest_hour: number;
            /** @description An approval that waits for so many days is told of */
            readonly review_queue_days: number;
        };
        readonly NewNotificationSettings: {
            /** @description The hour (UTC) at which daily digests go out */
            readonly digest_hour: number;
            /** @description An approval that waits for so many days is told of */
            readonly review_queue_days: number;
        };
        readonly Notice: {
            readonly id: string;
            /** @enum {string} */
            readonly kind: "intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled" | "test";
            readonly title: string;
            /** @description Where to look */
            readonly path: string;
            readonly facts: {
                readonly [key: string]: string | number | null;
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly opened_at: string;
            /**
             * Format: date-time
             * @description When the incident is over, which may be a time to come; null: until something ends it
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly closed_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly last_at: string;
            /** @description How often it happened */
            readonly count: number;
        };
        readonly NoticeDelivery: {
            /** @description The message's `webhook-id`, too */
            readonly id: string;
            readonly notice_ids: readonly string[];
            /** @enum {string} */
            readonly form: "notice" | "hourly_digest" | "daily_digest";
            /** @enum {string} */
            readonly channel: "webhook" | "email";
            readonly endpoint_id: string | null;
            readonly member_id: string | null;
            /**
             * @description `failed`: no other attempt follows; `skipped`: the receiver is gone, disabled, or wants none of it
             * @enum {string}
             */
            readonly status: "pending" | "delivered" | "failed" | "skipped";
            readonly attempts: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly next_attempt_at: string | null;
            /** @description What the receiver last answered: a status of HTTP or of SMTP */
            readonly last_code: number | null;
            readonly last_failure: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly ended_at: string | null;
        };
        readonly Session: {
            readonly tenant_id: string;
            readonly actor: {
                /** @enum {string} */
                readonly kind: "member" | "api_key";
                readonly id: string;
            };
            /** @enum {string} */
            readonly role: "owner" | "admin" | "reviewer" | "viewer" | "agent";
            readonly member: {
                readonly email: string;
                readonly name: string;
            } | null;
            /** @description What is allowed */
            readonly actions: readonly string[];
            /**
             * Format: date-time
             * @description When the session ends; null for an API key
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string | null;
        };
        readonly Member: {
            readonly id: string;
            readonly version: number;
            readonly email: string;
            readonly name: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "reviewer" | "viewer";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
        };
        readonly NewMember: {
            /** Format: email */
            readonly email: string;
            readonly name: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "reviewer" | "viewer";
        };
        readonly MemberChange: {
            readonly name?: string;
            /** @enum {string} */
            readonly role?: "owner" | "admin" | "reviewer" | "viewer";
        };
        readonly MemberData: {
            readonly member: {
                readonly id: string;
                readonly email: string;
                readonly name: string;
                /** @enum {string} */
                readonly role: "owner" | "admin" | "reviewer" | "viewer";
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly created_at: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly removed_at: string | null;
            };
            readonly events: readonly components["schemas"]["Event"][];
            readonly next_after: number | null;
        };
        readonly NewInvitationWithCode: {
            readonly id: string;
            readonly email: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "reviewer" | "viewer";
            /** @enum {string} */
            readonly state: "standing" | "accepted" | "revoked" | "expired";
            /** @description A member's or a key's id */
            readonly invited_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly accepted_at: string | null;
            readonly accepted_by: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly revoked_at: string | null;
            readonly code: string | null;
            readonly link: string | null;
        };
        readonly NewInvitation: {
            /** Format: email */
            readonly email: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "reviewer" | "viewer";
        };
        readonly Invitation: {
            readonly id: string;
            readonly email: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "reviewer" | "viewer";
            /** @enum {string} */
            readonly state: "standing" | "accepted" | "revoked" | "expired";
            /** @description A member's or a key's id */
            readonly invited_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly accepted_at: string | null;
            readonly accepted_by: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly revoked_at: string | null;
        };
        readonly NewApiKeyWithSecret: {
            readonly id: string;
            readonly name: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "reviewer" | "viewer" | "agent";
            readonly scopes: readonly string[];
            readonly source_agent: string;
            /**
             * @description The first characters of the secret
             * @example bal_0Kx3mQ
             */
            readonly hint: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly revoked_at: string | null;
            /**
             * Format: date-time
             * @description To a minute or so; null: never
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly last_used_at: string | null;
            /** @description The key that it was made in place of, by rotation */
            readonly replaces: string | null;
            /** @description The key that was made in its place, by rotation */
            readonly replaced_by: string | null;
            readonly secret: string | null;
        };
        readonly NewApiKey: {
            readonly name: string;
            /**
             * @description `agent`: just what `scopes` name
             * @enum {string}
             */
            readonly role: "owner" | "admin" | "reviewer" | "viewer" | "agent";
            /** @default [] */
            readonly scopes?: readonly ("records.read" | "records.write" | "records.correct" | "receipts.read" | "receipts.write" | "categories.read" | "categories.write" | "rules.read" | "rules.write" | "approvals.read" | "approvals.decide" | "approvals.assign" | "review_queues.write" | "quality.read" | "reports.read" | "reports.write" | "events.read" | "events.send" | "dead_letters.read" | "dead_letters.replay" | "connections.read" | "connections.write" | "notifications.read" | "notifications.write" | "tenant.read" | "tenant.write" | "members.read" | "members.write" | "api_keys.read" | "api_keys.write" | "privacy.read" | "privacy.erase" | "tenant.erase" | "billing.read" | "billing.write")[];
            /**
             * @description What events written through this key name as their source
             * @default balance
             */
            readonly source_agent?: string;
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            readonly expires_at?: string;
        };
        readonly ApiKey: {
            readonly id: string;
            readonly name: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "reviewer" | "viewer" | "agent";
            readonly scopes: readonly string[];
            readonly source_agent: string;
            /**
             * @description The first characters of the secret
             * @example bal_0Kx3mQ
             */
            readonly hint: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly revoked_at: string | null;
            /**
             * Format: date-time
             * @description To a minute or so; null: never
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly last_used_at: string | null;
            /** @description The key that it was made in place of, by rotation */
            readonly replaces: string | null;
            /** @description The key that was made in its place, by rotation */
            readonly replaced_by: string | null;
        };
        readonly Rotation: {
            /** @default 86400 */
            readonly overlap_s?: number;
        };
        readonly Tenant: {
            readonly id: string;
            readonly version: number;
            readonly name: string;
            readonly target_precision: number;
            readonly audit_rate: number;
            readonly similarity_threshold: number | null;
            readonly context_attributes: readonly string[];
            readonly require_backtest: boolean;
            readonly four_eyes_above: readonly {
                /** @description Minor units; text beyond 2^53 */
                readonly minor: number | string;
                readonly currency: string;
            }[];
            readonly llm: components["schemas"]["Llm"];
            readonly retention: components["schemas"]["Retention"];
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
        };
        readonly Llm: {
            readonly enabled: boolean;
            readonly model: string | null;
            readonly prompt_version: number | null;
            readonly temperature: number | null;
            readonly tokens_per_month: number | null;
            /**
             * @description US dollars, exact to a millionth
             * @example 10.00
             */
            readonly usd_per_month: string | null;
        };
        readonly Retention: {
            readonly raw_payloads_days: number | null;
            readonly deliveries_days: number | null;
            readonly idempotency_days: number | null;
            readonly model_answers_days: number | null;
            readonly dead_letters_days: number | null;
            readonly invitations_days: number | null;
            readonly reports_days: number | null;
        };
        readonly TenantChange: {
            readonly name?: string;
            /** @description The part of what is settled without a person that must be right */
            readonly target_precision?: number;
            /** @description The part of what was settled without a person that people are asked about all the same */
            readonly audit_rate?: number;
            /** @description A score from which proposals from approved records settle whatever was learned; null: the score that keeps the target precision */
            readonly similarity_threshold?: number | null;
            /**
             * @description Attributes that tell equal texts apart
             * @example [
             *       "unit",
             *       "cost_centre"
             *     ]
             */
            readonly context_attributes?: readonly string[];
            /** @description Above these amounts, one a currency, two members decide what waits; null or none: one decides everything */
            readonly four_eyes_above?: readonly components["schemas"]["Money"][] | null;
            /** @description Whether rules change only by activating a back-test of the change */
            readonly require_backtest?: boolean;
            readonly llm?: components["schemas"]["LlmChange"];
            readonly retention?: components["schemas"]["RetentionChange"];
        };
        readonly LlmChange: {
            readonly enabled?: boolean;
            /** @description A model of the service's provider; null: the service's own */
            readonly model?: string | null;
            /**
             * @description null: the newest
             * @example 1
             * @enum {integer|null}
             */
            readonly prompt_version?: 1 | null;
            /** @description null: the provider's own */
            readonly temperature?: number | null;
            /** @description Of input and output together; null: no limit */
            readonly tokens_per_month?: number | null;
            /**
             * @description null: no limit
             * @example 25.00
             */
            readonly usd_per_month?: string | null;
        };
        /** @description Whole days; null: for ever */
        readonly RetentionChange: {
            readonly raw_payloads_days?: number | null;
            readonly deliveries_days?: number | null;
            readonly idempotency_days?: number | null;
            readonly model_answers_days?: number | null;
            readonly dead_letters_days?: number | null;
            readonly invitations_days?: number | null;
            readonly reports_days?: number | null;
        };
        readonly TenantErased: {
            readonly tenant_id: string;
        };
        readonly TenantErasure: {
            /** @description The tenant's name */
            readonly confirm: string;
        };
        readonly LlmUsage: {
            readonly current: {
                /** @example 2026-03 */
                readonly month: string;
                readonly tokens: number;
                /**
                 * @description US dollars, exact to a millionth
                 * @example 10.00
                 */
                readonly usd: string;
                readonly calls: number;
                readonly answered: number;
                readonly failed: number;
                /** @description Records whose answer was known, which cost nothing */
                readonly cached: number;
                readonly tokens_limit: number | null;
                /**
                 * @description US dollars, exact to a millionth
                 * @example 10.00
                 */
                readonly usd_limit: string | null;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly resets_at: string;
            };
            readonly earlier: readonly {
                /** @example 2026-03 */
                readonly month: string;
                readonly tokens: number;
                /**
                 * @description US dollars, exact to a millionth
                 * @example 10.00
                 */
                readonly usd: string;
                readonly calls: number;
                readonly answered: number;
                readonly failed: number;
                /** @description Records whose answer was known, which cost nothing */
                readonly cached: number;
            }[];
        };
        readonly Billing: {
            readonly provider: string;
            /** @enum {string} */
            readonly state: "trialing" | "active" | "past_due" | "suspended" | "canceled";
            readonly plan: components["schemas"]["Plan"];
            /**
             * Format: date-time
             * @description When state and plan were learned; null until the log tells of them
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly since: string | null;
            /**
             * Format: date-time
             * @description Of a payment that failed: until when everything works
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly grace_ends_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly trial_ends_at: string | null;
            /**
             * Format: date-time
             * @description When the subscription ends, unless somebody changes that
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly ends_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly next_invoice_at: string | null;
            /**
             * Format: date-time
             * @description When the payment provider was asked last
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly asked_at: string | null;
            readonly usage: readonly {
                /** @enum {string} */
                readonly what: "records" | "llm_tokens" | "members" | "connections";
                readonly used: number;
                /** @description Null: as much as one likes */
                readonly limit: number | null;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                readonly resets_at: string | null;
            }[];
            /** @description What can be bought */
            readonly plans: readonly components["schemas"]["Plan"][];
        };
        /** @description The plan whose limits count; null: everything can be read and nothing else done */
        readonly Plan: {
            readonly id: string;
            readonly name: string;
            /** @description Null: as much as one likes */
            readonly records_per_month: number | null;
            /** @description Null: as much as one likes */
            readonly members: number | null;
            /** @description Null: as much as one likes */
            readonly connections: number | null;
            /** @description Null: as much as one likes */
            readonly llm_tokens_per_month: number | null;
            /** @description Null: as much as one likes */
            readonly retention_days: number | null;
            readonly features: readonly ("language_model" | "pull_connections" | "notification_webhooks")[];
            readonly trial_days: number;
            /**
             * @description How often it can be paid: what a checkout may name
             * @example [
             *       "month",
             *       "year"
             *     ]
             */
            readonly intervals: readonly string[];
        } | null;
        readonly CheckoutPage: {
            readonly url: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly expires_at: string | null;
        };
        readonly Checkout: {
            readonly plan: string;
            readonly interval?: string;
            /**
             * Format: uri
             * @description Where the person goes afterwards; this service unless named
             */
            readonly return_url?: string;
        };
        readonly PortalPage: {
            readonly url: string;
        };
        readonly Portal: {
            /**
             * Format: uri
             * @description Where the person goes afterwards; this service unless named
             */
            readonly return_url?: string;
        };
        readonly Invoice: {
            readonly id: string;
            readonly number: string | null;
            /** @enum {string} */
            readonly status: "draft" | "open" | "paid" | "void" | "uncollectible";
            readonly total: {
                readonly minor: string;
                readonly currency: string;
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            readonly created_at: string;
            /** @description Where the provider shows it */
            readonly url: string | null;
        };
        readonly SubjectFound: {
            readonly data: readonly {
                readonly record_id: string;
                readonly places: readonly ("external_id" | "description" | "counterparty" | "attributes" | "raw" | "conflicts" | "note" | "trace")[];
            }[];
            /** @description Rules in force; on the first page */
            readonly rule_ids: readonly string[];
            /** @description Members, also those who left; on the first page */
            readonly member_ids: readonly string[];
            /** @description Records looked at */
            readonly searched: number;
            readonly next_cursor: string | null;
        };
        readonly FindSubject: {
            readonly terms: readonly string[];
            /**
             * @description Records to look at
             * @default 1000
             */
            readonly limit?: number;
            /** @description The `next_cursor` of the page before */
            readonly cursor?: string;
        };
        readonly ErasureRequested: {
            readonly records: number;
            /** @description Records that are not there */
            readonly missing: readonly string[];
        };
        readonly Erasure: {
            readonly record_ids?: readonly string[];
            /** @description Also the external ids of the records: one that is sent again is a new record then */
            readonly external_ids?: boolean;
            readonly member_id?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly get_api_v1_session: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who asks */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    readonly post_api_v1_session: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "code": "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SignIn"];
            };
        };
        readonly responses: {
            /** @description The session, in a cookie unless asked for otherwise */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The session, unless it is asked for as a token */
                    readonly "Set-Cookie"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StartedSession"];
                };
            };
        };
    };
    readonly delete_api_v1_session: {
        readonly parameters: {
            readonly query?: {
                /** @description `true`: every session of the member, on all devices */
                readonly everywhere?: "true" | "false";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The session opens nothing any more */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly post_api_v1_invitations_accept: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "code": "balinv_0000000000000000000000000000000000000000000000000000000000000000",
                 *       "name": "Bo Baxter"
                 *     }
                 */
                readonly "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        readonly responses: {
            /** @description The new member's first session */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The session, unless it is asked for as a token */
                    readonly "Set-Cookie"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StartedSession"];
                };
            };
        };
    };
    readonly get_api_v1_records: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "ingested" | "processed" | "approved" | "rejected" | "failed";
                readonly outcome?: "auto" | "needs_review";
                readonly category?: string;
                readonly connection?: string;
                /** @description Words in description or counterparty, all of them and in any order, case and accents aside */
                readonly q?: string;
                /** @description `occurred_at` from this instant on */
                readonly from?: string;
                /** @description `occurred_at` before this instant */
                readonly to?: string;
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of records */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["ListedRecord"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_records: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
                /** @description `respond-async`: keep it now, take it in afterwards */
                readonly Prefer?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "records": [
                 *         {
                 *           "external_id": "2026-03-31/17",
                 *           "occurred_at": "2026-03-31",
                 *           "description": "CARD PURCHASE 4411 TIMBER YARD",
                 *           "amount": {
                 *             "minor": -1250,
                 *             "currency": "GBP"
                 *           },
                 *           "attributes": {
                 *             "unit": "Workshop"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": {
                    readonly records: readonly components["schemas"]["NewRecord"][];
                };
            };
        };
        readonly responses: {
            /** @description Taken in, to be processed; or kept as a delivery */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "conflicts": [],
                     *       "record_ids": [
                     *         "rec_01kx2m6v9dfk3tqz8w5y7r4b1c"
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Intake"] | components["schemas"]["KeptDelivery"];
                };
            };
        };
    };
    readonly get_api_v1_records_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The record in full */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecordInFull"];
                };
            };
        };
    };
    readonly patch_api_v1_records_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "counterparty": "Timber Yard Ltd"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Correction"];
            };
        };
        readonly responses: {
            /** @description The record as corrected */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Record"];
                };
            };
        };
    };
    readonly get_api_v1_records_id_explain: {
        readonly parameters: {
            readonly query?: {
                /** @description As it was then; now where absent */
                readonly at?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Why the record is where it is */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Explanation"];
                };
            };
        };
    };
    readonly post_api_v1_records_reprocess: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "outcome": "needs_review"
                 *       },
                 *       "limit": 1000
                 *     }
                 */
                readonly "application/json": components["schemas"]["Reprocess"];
            };
        };
        readonly responses: {
            /** @description How many were sent through again */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requeued": 12,
                     *       "skipped": 3,
                     *       "next_cursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Requeued"];
                };
            };
        };
    };
    readonly get_api_v1_conflicts: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "open" | "resolved";
                readonly connection_id?: string;
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of conflicts */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Conflict"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_v1_conflicts_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Both versions */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConflictInFull"];
                };
            };
        };
    };
    readonly post_api_v1_conflicts_id_resolve: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "verdict": "keep_old"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ConflictVerdict"];
            };
        };
        readonly responses: {
            /** @description The conflict as resolved */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConflictInFull"];
                };
            };
        };
    };
    readonly get_api_v1_receipts: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
                readonly record_id?: string;
                readonly status?: "waiting" | "attached";
                readonly sha256?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of receipts */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Receipt"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_receipts: {
        readonly parameters: {
            readonly query?: {
                readonly record_id?: string;
                readonly file_name?: string;
                /** @description What was paid; needs `currency` */
                readonly amount_minor?: string;
                readonly currency?: string;
                /** @description A date alone is taken as midnight UTC */
                readonly occurred_at?: string;
                readonly counterparty?: string;
            };
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/pdf": string;
                readonly "image/png": string;
                readonly "image/jpeg": string;
                readonly "image/webp": string;
                readonly "image/heic": string;
                readonly "image/gif": string;
            };
        };
        readonly responses: {
            /** @description The receipt with these bytes, which was there already */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The new receipt */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    readonly post_api_v1_receipts_from_url: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "url": "https://shop.example/invoices/17.pdf"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReceiptAddress"];
            };
        };
        readonly responses: {
            /** @description The receipt with these bytes, which was there already */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The new receipt */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    readonly post_api_v1_receipts_upload_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "bytes": 48213,
                 *       "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                 *       "content_type": "application/pdf"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReceiptUpload"];
            };
        };
        readonly responses: {
            /** @description Where to send it */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BegunReceiptUpload"];
                };
            };
        };
    };
    readonly post_api_v1_receipts_complete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "upload_id": "upl_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CompletedReceiptUpload"];
            };
        };
        readonly responses: {
            /** @description The receipt with these bytes, which was there already */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The new receipt */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    readonly get_api_v1_receipts_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    readonly delete_api_v1_receipts_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is not there any more */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_api_v1_receipts_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "attach": [
                 *         "rec_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReceiptChange"];
            };
        };
        readonly responses: {
            /** @description The receipt */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    readonly get_api_v1_receipts_id_proposals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The proposals */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceiptProposals"];
                };
            };
        };
    };
    readonly get_api_v1_receipts_id_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The link */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceiptLink"];
                };
            };
        };
    };
    readonly get_api_v1_deliveries_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The delivery and, once taken in, what became of it */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    readonly post_api_v1_deliveries_id_retry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The delivery, which waits again */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    readonly post_api_v1_records_import: {
        readonly parameters: {
            readonly query?: {
                /** @description The tenant's default connection where absent */
                readonly connection_id?: string;
                readonly file_name?: string;
                readonly format?: "auto" | "csv" | "ndjson" | "ofx" | "camt053" | "mt940";
                /** @description For CSV; columns are found by evidence where absent */
                readonly mapping_id?: string;
                /** @description For CSV: of amounts whose currency the file does not tell */
                readonly currency?: string;
            };
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/octet-stream": string;
            };
        };
        readonly responses: {
            /** @description Kept, to be taken in */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    readonly post_api_v1_records_import_preview: {
        readonly parameters: {
            readonly query?: {
                readonly format?: "auto" | "csv" | "ndjson" | "ofx" | "camt053" | "mt940";
                /** @description For CSV; columns are found by evidence where absent */
                readonly mapping_id?: string;
                /** @description For CSV: of amounts whose currency the file does not tell */
                readonly currency?: string;
            };
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/octet-stream": string;
            };
        };
        readonly responses: {
            /** @description What it would be taken for */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    readonly get_api_v1_imports: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of imports */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Import"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_v1_imports_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The import */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportInFull"];
                };
            };
        };
    };
    readonly get_api_v1_imports_id_bad_rows: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of remarks */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["ImportRemark"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_v1_import_mappings: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of mappings */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["CsvMapping"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_import_mappings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Harbour Bank",
                 *       "date": "Booked on",
                 *       "debit": "Out",
                 *       "credit": "In",
                 *       "description": [
                 *         "Details"
                 *       ],
                 *       "currency": "GBP",
                 *       "date_order": "dmy",
                 *       "decimal": "."
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewCsvMapping"];
            };
        };
        readonly responses: {
            /** @description The mapping */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CsvMapping"];
                };
            };
        };
    };
    readonly get_api_v1_import_mappings_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The mapping */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CsvMapping"];
                };
            };
        };
    };
    readonly get_api_v1_categories: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of categories */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Category"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_categories: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Travel"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewCategories"];
            };
        };
        readonly responses: {
            /** @description The category; of several, `{ data }` in the order given */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Category"] | {
                        readonly data: readonly components["schemas"]["Category"][];
                    };
                };
            };
        };
    };
    readonly get_api_v1_categories_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The category */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Category"];
                };
            };
        };
    };
    readonly patch_api_v1_categories_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "archived": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["CategoryChange"];
            };
        };
        readonly responses: {
            /** @description The category as changed */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Category"];
                };
            };
        };
    };
    readonly get_api_v1_rules: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
                /** @description As it was then; a date alone is its midnight in UTC */
                readonly at?: string;
                readonly ruleset_version?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of rules, and the version of the whole set */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Rule"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                        readonly ruleset_version: number;
                    };
                };
            };
        };
    };
    readonly post_api_v1_rules: {
        readonly parameters: {
            readonly query?: {
                /** @description 0 is first; last where absent */
                readonly position?: number;
            };
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Timber is material",
                 *       "when": {
                 *         "field": "description",
                 *         "op": "contains",
                 *         "value": "timber yard"
                 *       },
                 *       "then": {
                 *         "category_id": "cat_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["RuleDefinition"];
            };
        };
        readonly responses: {
            /** @description The rule */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    readonly put_api_v1_rules_order: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "rule_ids": [
                 *         "rule_01kx2m6v9dfk3tqz8w5y7r4b1d",
                 *         "rule_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["RuleOrder"];
            };
        };
        readonly responses: {
            /** @description The order now in force */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly rule_ids: readonly string[];
                        readonly ruleset_version: number;
                    };
                };
            };
        };
    };
    readonly post_api_v1_rules_test: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "record_id": "rec_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *     }
                 */
                readonly "application/json": components["schemas"]["RulesTestRequest"];
            };
        };
        readonly responses: {
            /** @description What the rules would set, and each rule's outcome */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RulesTest"];
                };
            };
        };
    };
    readonly get_api_v1_rules_overlaps: {
        readonly parameters: {
            readonly query?: {
                /** @description A rule that no record hit for so many days is dead; 90 where absent */
                readonly days?: number;
                /** @description Findings listed of each kind; 200 where absent */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The findings, proven before suspected */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleOverlaps"];
                };
            };
        };
    };
    readonly get_api_v1_rules_export: {
        readonly parameters: {
            readonly query?: {
                /** @description `json` where absent */
                readonly format?: "json" | "yaml";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document; its version is that of the whole set */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleDocument"];
                    readonly "application/yaml": components["schemas"]["RuleDocument"];
                };
            };
        };
    };
    readonly post_api_v1_rules_import: {
        readonly parameters: {
            readonly query?: {
                /** @description The Content-Type decides; refused where it says otherwise */
                readonly format?: "json" | "yaml";
                /** @description `true`: tell what would change, and change nothing */
                readonly dry_run?: "true" | "false";
            };
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "rules": [
                 *         {
                 *           "name": "Timber is material",
                 *           "when": {
                 *             "field": "description",
                 *             "op": "contains",
                 *             "value": "timber yard"
                 *           },
                 *           "then": {
                 *             "counterparty": "Timber Yard"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["RuleDocumentSent"];
                readonly "application/yaml": components["schemas"]["RuleDocumentSent"];
            };
        };
        readonly responses: {
            /** @description What changed */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RulesImport"];
                };
            };
        };
    };
    readonly get_api_v1_rules_id_versions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every version of the rule */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleVersions"];
                };
            };
        };
    };
    readonly get_api_v1_rules_suggestions: {
        readonly parameters: {
            readonly query?: {
                /** @description What the lower bound of each precision has to reach. The less it is, the fewer decisions it takes */
                readonly precision_at_least?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The suggestions, and what they were read from */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleSuggestions"];
                };
            };
        };
    };
    readonly post_api_v1_rules_suggestions_id_accept: {
        readonly parameters: {
            readonly query?: {
                /** @description What the lower bound of each precision has to reach. The less it is, the fewer decisions it takes */
                readonly precision_at_least?: number;
            };
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The rule */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    readonly post_api_v1_rules_suggestions_id_dismiss: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is not offered again */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly post_api_v1_rules_backtest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "changes": [
                 *         {
                 *           "op": "change",
                 *           "rule_id": "rule_01kx2m6v9dfk3tqz8w5y7r4b1c",
                 *           "change": {
                 *             "enabled": false
                 *           }
                 *         }
                 *       ],
                 *       "filter": {
                 *         "from": "2026-01-01"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["BacktestRequest"];
            };
        };
        readonly responses: {
            /** @description The back-test, which waits for its job */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Backtest"];
                };
            };
        };
    };
    readonly get_api_v1_rules_backtests: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of back-tests */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Backtest"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_v1_rules_backtests_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The back-test */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Backtest"];
                };
            };
        };
    };
    readonly get_api_v1_rules_backtests_id_changes: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of records */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["RecordDiff"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_rules_backtests_id_activate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "apply_to_history": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["Activation"];
            };
        };
        readonly responses: {
            /** @description The rules now in force */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Activated"];
                };
            };
        };
    };
    readonly post_api_v1_rules_id_apply: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "from": "2026-01-01"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["ApplyRule"];
            };
        };
        readonly responses: {
            /** @description The run, which waits for its job */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleRun"];
                };
            };
        };
    };
    readonly get_api_v1_rules_runs: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of runs */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["RuleRun"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_v1_rules_runs_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The run */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleRun"];
                };
            };
        };
    };
    readonly get_api_v1_rules_runs_id_changes: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of records */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["RecordDiff"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_rules_runs_id_undo: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The run, which waits for its job */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleRun"];
                };
            };
        };
    };
    readonly get_api_v1_rules_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The rule */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    readonly delete_api_v1_rules_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The rule is no longer tried */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_api_v1_rules_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "enabled": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["RuleChanges"];
            };
        };
        readonly responses: {
            /** @description The rule as changed */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangedRule"];
                };
            };
        };
    };
    readonly get_api_v1_approvals: {
        readonly parameters: {
            readonly query?: {
                readonly state?: "waiting" | "decided" | "withdrawn";
                readonly queue?: "default" | string;
                readonly order?: "uncertainty" | "oldest";
                readonly assignee?: string;
                readonly overdue?: "true";
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of approvals, and how many wait in all */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["ApprovalWithRecord"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                        readonly waiting: number;
                    };
                };
            };
        };
    };
    readonly get_api_v1_approvals_groups: {
        readonly parameters: {
            readonly query?: {
                readonly queue?: "default" | string;
                readonly at_least?: number;
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of groups */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["AlikeGroup"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_v1_approvals_groups_id: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the items that are in it now */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["ApprovalWithRecord"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_approvals_groups_decide: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "approval_id": "apr_01kx2m6v9dfk3tqz8w5y7r4b1c",
                 *           "record_version": 2
                 *         }
                 *       ],
                 *       "verdict": "approve"
                 *     }
                 */
                readonly "application/json": components["schemas"]["DecideSet"];
            };
        };
        readonly responses: {
            /** @description The approvals as decided */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DecidedSet"];
                };
            };
        };
    };
    readonly get_api_v1_approvals_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The approval with its record */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApprovalWithRecord"];
                };
            };
        };
    };
    readonly post_api_v1_approvals_claim: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "limit": 10,
                 *       "lease_seconds": 300
                 *     }
                 */
                readonly "application/json": components["schemas"]["Claim"];
            };
        };
        readonly responses: {
            /** @description What was claimed, in its order */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["ApprovalWithRecord"][];
                    };
                };
            };
        };
    };
    readonly post_api_v1_approvals_next: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "order": "uncertainty"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Next"];
            };
        };
        readonly responses: {
            /** @description The next one, null where none is left, and those after it */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NextApproval"];
                };
            };
        };
    };
    readonly post_api_v1_approvals_renew: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "leases": [
                 *         {
                 *           "approval_id": "apr_01kx2m6v9dfk3tqz8w5y7r4b1c",
                 *           "token": 1
                 *         }
                 *       ],
                 *       "lease_seconds": 300
                 *     }
                 */
                readonly "application/json": components["schemas"]["RenewLeases"];
            };
        };
        readonly responses: {
            /** @description Which are still the caller's, and until when */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Leases"];
                };
            };
        };
    };
    readonly post_api_v1_approvals_release: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "leases": [
                 *         {
                 *           "approval_id": "apr_01kx2m6v9dfk3tqz8w5y7r4b1c",
                 *           "token": 1
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReleaseLeases"];
            };
        };
        readonly responses: {
            /** @description Which were the caller's until now */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Leases"];
                };
            };
        };
    };
    readonly post_api_v1_approvals_id_decide: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "verdict": "approve",
                 *       "note": "as last month"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Decide"];
            };
        };
        readonly responses: {
            /** @description The approval as decided, and the rule that was made; of a dry run the approval as it is, and the draft */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decided"];
                };
            };
        };
    };
    readonly post_api_v1_approvals_decide_many: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "decisions": [
                 *         {
                 *           "approval_id": "apr_01kx2m6v9dfk3tqz8w5y7r4b1c",
                 *           "verdict": "approve"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["DecideMany"];
            };
        };
        readonly responses: {
            /** @description The approvals that were decided, and the others' problems */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DecidedMany"];
                };
            };
        };
    };
    readonly post_api_v1_approvals_id_undo: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The approvals, which wait again */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Undone"];
                };
            };
        };
    };
    readonly post_api_v1_approvals_decisions_id_undo: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The approvals, which wait again */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Undone"];
                };
            };
        };
    };
    readonly get_api_v1_approvals_id_history: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of it, the oldest first */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["ApprovalHistoryEntry"][];
                    };
                };
            };
        };
    };
    readonly post_api_v1_approvals_id_comments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "text": "Which of the two projects is it for?"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Comment"];
            };
        };
        readonly responses: {
            /** @description The comment, as its history has it */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApprovalHistoryEntry"];
                };
            };
        };
    };
    readonly post_api_v1_approvals_assign: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "approval_ids": [
                 *         "apr_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *       ],
                 *       "member_id": null
                 *     }
                 */
                readonly "application/json": components["schemas"]["Assign"];
            };
        };
        readonly responses: {
            /** @description What was assigned, and what does not wait or is not there */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Assigned"];
                };
            };
        };
    };
    readonly post_api_v1_approvals_take: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "approval_ids": [
                 *         "apr_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["Take"];
            };
        };
        readonly responses: {
            /** @description What was assigned, and what does not wait or is not there */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Assigned"];
                };
            };
        };
    };
    readonly get_api_v1_review_queues: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them, with how much waits, since when, and how much of it is past due */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReviewQueues"];
                };
            };
        };
    };
    readonly post_api_v1_review_queues: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Large amounts",
                 *       "conditions": {
                 *         "amount": {
                 *           "currency": "GBP",
                 *           "min": 100000
                 *         }
                 *       },
                 *       "assignees": [
                 *         "admin"
                 *       ],
                 *       "sla_hours": 24
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewReviewQueue"];
            };
        };
        readonly responses: {
            /** @description The queue */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReviewQueue"];
                };
            };
        };
    };
    readonly put_api_v1_review_queues_order: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "queue_ids": [
                 *         "que_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReviewQueueOrder"];
            };
        };
        readonly responses: {
            /** @description The queues in their order */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["ReviewQueue"][];
                    };
                };
            };
        };
    };
    readonly delete_api_v1_review_queues_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is gone */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": null;
                };
            };
        };
    };
    readonly patch_api_v1_review_queues_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "sla_hours": 48
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReviewQueueChange"];
            };
        };
        readonly responses: {
            /** @description The queue as changed */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReviewQueue"];
                };
            };
        };
    };
    readonly get_api_v1_quality: {
        readonly parameters: {
            readonly query?: {
                /** @description Decided from this instant on */
                readonly from?: string;
                /** @description Decided before this instant */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The report */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Quality"];
                };
            };
        };
    };
    readonly get_api_v1_reports: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
                readonly kind?: "spend" | "automation" | "reviewer_activity" | "rule_performance" | "exceptions" | "audit_trail";
                readonly state?: "waiting" | "running" | "done" | "failed" | "cancelled";
                readonly schedule_id?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of reports, without their figures */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Report"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_reports: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "kind": "spend",
                 *       "grouping": "category",
                 *       "from": "2026-03-01",
                 *       "to": "2026-04-01",
                 *       "compare": "previous_period"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReportRequest"];
            };
        };
        readonly responses: {
            /** @description The report, which waits for its job */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Report"];
                };
            };
        };
    };
    readonly get_api_v1_reports_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportInFull"];
                };
            };
        };
    };
    readonly post_api_v1_reports_id_cancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The report */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Report"];
                };
            };
        };
    };
    readonly post_api_v1_reports_id_formats: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "formats": [
                 *         "xlsx"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReportFormatsRequest"];
            };
        };
        readonly responses: {
            /** @description The report; `files` lists what is made */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Report"];
                };
            };
        };
    };
    readonly get_api_v1_reports_id_download: {
        readonly parameters: {
            readonly query?: {
                /** @description Where absent: HTML, else XLSX, CSV or JSON, what was made */
                readonly format?: "json" | "csv" | "xlsx" | "html";
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": string;
                    readonly "text/csv": string;
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    readonly "text/html": string;
                };
            };
        };
    };
    readonly get_api_v1_reports_id_link: {
        readonly parameters: {
            readonly query?: {
                /** @description Where absent: HTML, else XLSX, CSV or JSON, what was made */
                readonly format?: "json" | "csv" | "xlsx" | "html";
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The link */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportLink"];
                };
            };
        };
    };
    readonly get_api_v1_report_schedules: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of them */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["ReportSchedule"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_report_schedules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Spend of the month",
                 *       "cron": "0 7 1 * *",
                 *       "time_zone": "Europe/Berlin",
                 *       "covers": "previous_month",
                 *       "report": {
                 *         "kind": "spend",
                 *         "compare": "previous_period"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReportScheduleRequest"];
            };
        };
        readonly responses: {
            /** @description It */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportSchedule"];
                };
            };
        };
    };
    readonly get_api_v1_report_schedules_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportSchedule"];
                };
            };
        };
    };
    readonly delete_api_v1_report_schedules_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is not there any more */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_api_v1_report_schedules_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "paused": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReportScheduleChange"];
            };
        };
        readonly responses: {
            /** @description It */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportSchedule"];
                };
            };
        };
    };
    readonly get_api_v1_events: {
        readonly parameters: {
            readonly query?: {
                readonly after?: number;
                readonly type?: readonly string[];
                /** @description `occurred_at` from this instant on */
                readonly from?: string;
                /** @description `occurred_at` before this instant */
                readonly to?: string;
                readonly source_agent?: string;
                /** @description What the events are about, among other things perhaps */
                readonly subject?: string;
                /** @description `cloudevents`: CloudEvents 1.0, in a stream and in a list */
                readonly format?: "plain" | "cloudevents";
                /** @description For how many seconds the answer may be waited for, where nothing is there yet */
                readonly wait?: number;
                readonly limit?: number;
                /** @description The same as `after`, as in other lists */
                readonly cursor?: number;
            };
            readonly header?: {
                /** @description Of a stream: the last `id` it told, behind which it goes on; goes before `after` */
                readonly "Last-Event-ID"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Events */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Event"][];
                        readonly next_cursor: string | null;
                    };
                    readonly "application/cloudevents-batch+json": readonly components["schemas"]["CloudEvent"][];
                    readonly "text/event-stream": string;
                };
            };
        };
    };
    readonly get_api_v1_events_verify: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Whether it is whole; else the first wrong event and why */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly ok: true;
                        readonly seq: number;
                        readonly hash: string;
                    } | {
                        /** @enum {boolean} */
                        readonly ok: false;
                        readonly seq: number;
                        readonly why: string;
                    };
                };
            };
        };
    };
    readonly get_api_v1_events_checkpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The last event's number and hash */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Checkpoint"];
                };
            };
        };
    };
    readonly get_api_v1_events_checkpoints: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of checkpoints */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["KeptCheckpoint"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_v1_events_export: {
        readonly parameters: {
            readonly query?: {
                /** @description The last `seq` of an earlier export; 0 */
                readonly after?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The log from there on */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": {
                        readonly checkpoint: components["schemas"]["Checkpoint"];
                    } | components["schemas"]["Event"];
                };
            };
        };
    };
    readonly get_api_v1_dead_letters: {
        readonly parameters: {
            readonly query?: {
                readonly queue?: "records:ingest" | "records:process" | "reports:generate" | "integrations:pull" | "notifications:deliver" | "billing:sync";
                readonly error_class?: string;
                /** @description `died_at` from this instant on */
                readonly died_from?: string;
                /** @description `died_at` before this instant */
                readonly died_to?: string;
                /** @description `waiting`: not sent again yet */
                readonly state?: "waiting" | "replayed" | "all";
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of dead letters */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["DeadLetter"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_v1_dead_letters_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The job that was given up, and why */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeadLetter"];
                };
            };
        };
    };
    readonly post_api_v1_dead_letters_replay: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "queue": "records:process",
                 *         "error_class": "TypeError"
                 *       },
                 *       "dry_run": true,
                 *       "per_second": 5,
                 *       "limit": 100
                 *     }
                 */
                readonly "application/json": components["schemas"]["Replay"];
            };
        };
        readonly responses: {
            /** @description What was sent again, or would be */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dry_run": true,
                     *       "dead_letter_ids": [
                     *         "dlt_01kx2m6v9dfk3tqz8w5y7r4b1c"
                     *       ],
                     *       "records": 1,
                     *       "more": false,
                     *       "last_due_at": "2026-03-31T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Replayed"];
                };
            };
        };
    };
    readonly get_api_v1_connections_manifests: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Manifest"][];
                    };
                };
            };
        };
    };
    readonly post_api_v1_connections_id_sync: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The number of the pull */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestedPull"];
                };
            };
        };
    };
    readonly get_api_v1_connections_id_oauth_start: {
        readonly parameters: {
            readonly query?: {
                readonly redirect_uri?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Where to send the person, and until when */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BegunAuthorisation"];
                };
            };
        };
    };
    readonly get_api_v1_connections_oauth_callback: {
        readonly parameters: {
            readonly query: {
                readonly state: string;
                readonly code?: string;
                readonly error?: string;
                readonly iss?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The connection that is authorised now */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Authorised"];
                };
            };
        };
    };
    readonly post_api_v1_connections_id_oauth_revoke: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Whether the source took note */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevokedAuthorisation"];
                };
            };
        };
    };
    readonly get_api_v1_connections: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of connections */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Connection"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_connections: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "kind": "webhook",
                 *       "name": "Card processor",
                 *       "settings": {
                 *         "scheme": "standard"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewConnection"];
            };
        };
        readonly responses: {
            /** @description The connection */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CreatedConnection"];
                };
            };
        };
    };
    readonly get_api_v1_connections_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The connection */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    readonly patch_api_v1_connections_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Card processor (old)",
                 *       "archived": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["ConnectionChange"];
            };
        };
        readonly responses: {
            /** @description The connection as it is now */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    readonly post_api_v1_connections_id_rotate_secret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /** @example {} */
                readonly "application/json": components["schemas"]["NewConnectionSecret"];
            };
        };
        readonly responses: {
            /** @description The secret that was made; null where one was named */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionSecret"];
                };
            };
        };
    };
    readonly get_api_v1_connections_id_health: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How the connection does */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionHealth"];
                };
            };
        };
    };
    readonly post_api_v1_connections_id_pause: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly post_api_v1_connections_id_resume: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_api_v1_connections_id_mappings: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of mappings */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Mapping"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_connections_id_mappings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "expression": "$"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewMapping"];
            };
        };
        readonly responses: {
            /** @description The mapping */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Mapping"];
                };
            };
        };
    };
    readonly post_api_v1_connections_id_mappings_try: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "expression": "{ \"external_id\": id, \"description\": memo }",
                 *       "payload": {
                 *         "id": "tx-1",
                 *         "memo": "Timber yard"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["MappingTrial"];
            };
        };
        readonly responses: {
            /** @description What the mapping made */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TriedMapping"];
                };
            };
        };
    };
    readonly post_api_v1_connections_id_remap_compare: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "expression": "{ \"external_id\": id, \"description\": memo }"
                 *     }
                 */
                readonly "application/json": components["schemas"]["MappingComparison"];
            };
        };
        readonly responses: {
            /** @description A page of payloads */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["ComparedPayload"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_connections_id_remap: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The number of the mapping that a job applies */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestedRemap"];
                };
            };
        };
    };
    readonly get_api_v1_payloads: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
                readonly connection_id?: string;
                readonly state?: "waiting" | "taken_in" | "failed" | "conflict";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of payloads, without their bodies */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Payload"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_v1_payloads_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The payload and its body */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PayloadInFull"];
                };
            };
        };
    };
    readonly post_api_v1_payloads_id_replay: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It waits */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payload"];
                };
            };
        };
    };
    readonly post_api_v1_connections_id_replay_failed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How many wait now */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReplayedPayloads"];
                };
            };
        };
    };
    readonly get_api_v1_notifications_endpoints: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of endpoints */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["NotificationEndpoint"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_notifications_endpoints: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "url": "https://hooks.foxglove.example/balance",
                 *       "description": "on-call",
                 *       "kinds": [
                 *         "intake_failed",
                 *         "processing_failed",
                 *         "limit_reached"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewNotificationEndpoint"];
            };
        };
        readonly responses: {
            /** @description The endpoint and its secret */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NotificationEndpointWithSecret"];
                };
            };
        };
    };
    readonly get_api_v1_notifications_endpoints_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The endpoint */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NotificationEndpoint"];
                };
            };
        };
    };
    readonly delete_api_v1_notifications_endpoints_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It gets nothing any more */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_api_v1_notifications_endpoints_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["NotificationEndpointChange"];
            };
        };
        readonly responses: {
            /** @description The endpoint as it is now */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NotificationEndpoint"];
                };
            };
        };
    };
    readonly post_api_v1_notifications_endpoints_id_rotate_secret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "overlap_s": 3600
                 *     }
                 */
                readonly "application/json": components["schemas"]["SecretRotation"];
            };
        };
        readonly responses: {
            /** @description The endpoint and its new secret */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NotificationEndpointWithSecret"];
                };
            };
        };
    };
    readonly post_api_v1_notifications_endpoints_id_test: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It will be sent */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_api_v1_notifications_endpoints_id_events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The feed */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventFeed"];
                };
            };
        };
    };
    readonly put_api_v1_notifications_endpoints_id_events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "types": [
                 *         "TX_APPROVED",
                 *         "TX_OVERRIDDEN"
                 *       ],
                 *       "format": "cloudevents"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewEventFeed"];
            };
        };
        readonly responses: {
            /** @description The feed as it is now */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventFeed"];
                };
            };
            /** @description The feed, which was not there before */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventFeed"];
                };
            };
        };
    };
    readonly delete_api_v1_notifications_endpoints_id_events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is sent no more events */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_api_v1_notifications_endpoints_id_events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "paused": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["EventFeedChange"];
            };
        };
        readonly responses: {
            /** @description The feed as it is now */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventFeed"];
                };
            };
        };
    };
    readonly get_api_v1_notifications_preferences: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the member who asks is told */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NoticePreferences"];
                };
            };
        };
    };
    readonly put_api_v1_notifications_preferences: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "modes": {
                 *         "limit_near": "off",
                 *         "review_queue_old": "immediate"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewNoticePreferences"];
            };
        };
        readonly responses: {
            /** @description What the member is told now */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NoticePreferences"];
                };
            };
        };
    };
    readonly get_api_v1_notifications_settings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The settings */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NotificationSettings"];
                };
            };
        };
    };
    readonly put_api_v1_notifications_settings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "digest_hour": 7,
                 *       "review_queue_days": 3
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewNotificationSettings"];
            };
        };
        readonly responses: {
            /** @description The settings as they are now */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NotificationSettings"];
                };
            };
        };
    };
    readonly get_api_v1_notifications_notices: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of notices */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Notice"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_v1_notifications_deliveries: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "pending" | "delivered" | "failed" | "skipped";
                readonly endpoint?: string;
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of deliveries */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["NoticeDelivery"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_notifications_deliveries_id_redeliver: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The delivery, which waits again */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NoticeDelivery"];
                };
            };
        };
    };
    readonly get_api_v1_members: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of members */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Member"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_members: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "email": "ann@example.com",
                 *       "name": "Ann Archer",
                 *       "role": "reviewer"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewMember"];
            };
        };
        readonly responses: {
            /** @description The member */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    readonly delete_api_v1_members_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The member has left */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_api_v1_members_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "role": "admin"
                 *     }
                 */
                readonly "application/json": components["schemas"]["MemberChange"];
            };
        };
        readonly responses: {
            /** @description The member as changed */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    readonly get_api_v1_members_id_data: {
        readonly parameters: {
            readonly query?: {
                readonly after?: number;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The member and a page of events */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MemberData"];
                };
            };
        };
    };
    readonly delete_api_v1_members_id_sessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The member is signed out everywhere */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_api_v1_invitations: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of invitations */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Invitation"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_invitations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "email": "bo@example.com",
                 *       "role": "reviewer"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewInvitation"];
            };
        };
        readonly responses: {
            /** @description The invitation, its code and its link */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewInvitationWithCode"];
                };
            };
        };
    };
    readonly delete_api_v1_invitations_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Its code lets nobody in any more */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_api_v1_api_keys: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of keys */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["ApiKey"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_api_keys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "bank feed",
                 *       "role": "agent",
                 *       "scopes": [
                 *         "records.write",
                 *         "records.read"
                 *       ],
                 *       "source_agent": "bank-feed"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NewApiKey"];
            };
        };
        readonly responses: {
            /** @description The key and its secret */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewApiKeyWithSecret"];
                };
            };
        };
    };
    readonly post_api_v1_api_keys_id_rotate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "overlap_s": 3600
                 *     }
                 */
                readonly "application/json": components["schemas"]["Rotation"];
            };
        };
        readonly responses: {
            /** @description The new key and its secret */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewApiKeyWithSecret"];
                };
            };
        };
    };
    readonly delete_api_v1_api_keys_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The key opens nothing any more */
            readonly 204: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_api_v1_tenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tenant */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Tenant"];
                };
            };
        };
    };
    readonly delete_api_v1_tenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "confirm": "Foxglove Joinery"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TenantErasure"];
            };
        };
        readonly responses: {
            /** @description The tenant's id, for whoever asks later */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TenantErased"];
                };
            };
        };
    };
    readonly patch_api_v1_tenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "target_precision": 0.98
                 *     }
                 */
                readonly "application/json": components["schemas"]["TenantChange"];
            };
        };
        readonly responses: {
            /** @description The tenant as changed */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description The version shown */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Tenant"];
                };
            };
        };
    };
    readonly get_api_v1_tenant_llm_usage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description This month with its limits, and the twelve before it */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LlmUsage"];
                };
            };
        };
    };
    readonly get_api_v1_billing: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description State, plan and usage */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Billing"];
                };
            };
        };
    };
    readonly post_api_v1_billing_checkout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. It goes on to the payment provider, which answers a repeat with the same key and body with the first page for a day, if it knows keys. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "plan": "team",
                 *       "interval": "month"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Checkout"];
            };
        };
        readonly responses: {
            /** @description Where to pay */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckoutPage"];
                };
            };
        };
    };
    readonly post_api_v1_billing_portal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. It goes on to the payment provider, which answers a repeat with the same key and body with the first page for a day, if it knows keys. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /** @example {} */
                readonly "application/json": components["schemas"]["Portal"];
            };
        };
        readonly responses: {
            /** @description Where to change it */
            readonly 201: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PortalPage"];
                };
            };
        };
    };
    readonly post_api_v1_billing_sync: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It will be asked */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_api_v1_billing_invoices: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of invoices */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Invoice"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly post_api_v1_privacy_subjects_find: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "terms": [
                 *         "Jane Roe",
                 *         "jane.roe@example.com"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["FindSubject"];
            };
        };
        readonly responses: {
            /** @description Where the person is mentioned */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubjectFound"];
                };
            };
        };
    };
    readonly post_api_v1_privacy_erasures: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "record_ids": [
                 *         "rec_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["Erasure"];
            };
        };
        readonly responses: {
            /** @description What will be erased */
            readonly 202: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    readonly "Idempotency-Replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErasureRequested"];
                };
            };
        };
    };
    readonly get_api_events: {
        readonly parameters: {
            readonly query?: {
                readonly after?: number;
                readonly type?: readonly string[];
                /** @description `occurred_at` from this instant on */
                readonly from?: string;
                /** @description `occurred_at` before this instant */
                readonly to?: string;
                readonly source_agent?: string;
                /** @description What the events are about, among other things perhaps */
                readonly subject?: string;
                /** @description `cloudevents`: CloudEvents 1.0, in a stream and in a list */
                readonly format?: "plain" | "cloudevents";
                /** @description For how many seconds the answer may be waited for, where nothing is there yet */
                readonly wait?: number;
                readonly limit?: number;
                /** @description The same as `after`, as in other lists */
                readonly cursor?: number;
            };
            readonly header?: {
                /** @description Of a stream: the last `id` it told, behind which it goes on; goes before `after` */
                readonly "Last-Event-ID"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Events */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["Event"][];
                        readonly next_cursor: string | null;
                    };
                    readonly "application/cloudevents-batch+json": readonly components["schemas"]["CloudEvent"][];
                    readonly "text/event-stream": string;
                };
            };
        };
    };
    readonly get_api_events_verify: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Whether it is whole; else the first wrong event and why */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly ok: true;
                        readonly seq: number;
                        readonly hash: string;
                    } | {
                        /** @enum {boolean} */
                        readonly ok: false;
                        readonly seq: number;
                        readonly why: string;
                    };
                };
            };
        };
    };
    readonly get_api_events_checkpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The last event's number and hash */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Checkpoint"];
                };
            };
        };
    };
    readonly get_api_events_checkpoints: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description The `next_cursor` of the page before */
                readonly cursor?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of checkpoints */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: readonly components["schemas"]["KeptCheckpoint"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        readonly next_cursor: string | null;
                    };
                };
            };
        };
    };
    readonly get_api_events_export: {
        readonly parameters: {
            readonly query?: {
                /** @description The last `seq` of an earlier export; 0 */
                readonly after?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The log from there on */
            readonly 200: {
                headers: {
                    /** @description Names the request in the log */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    readonly "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": {
                        readonly checkpoint: components["schemas"]["Checkpoint"];
                    } | components["schemas"]["Event"];
                };
            };
        };
    };
}
