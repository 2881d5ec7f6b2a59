// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and what they may do
         * @description An API key is told the same of itself.
         */
        get: operations["get_api_v1_session"];
        put?: never;
        /**
         * Sign in with a one-time code
         * @description The code of `deno task sign-in`, which is good once and for ten minutes.
         */
        post: operations["post_api_v1_session"];
        /**
         * Sign out
         * @description At once, in every process.
         */
        delete: operations["delete_api_v1_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become a member by an invitation's code
         * @description Once. Refused, too, when who invited has left or may not give this role any more.
         */
        post: operations["post_api_v1_invitations_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List records, latest first */
        get: operations["get_api_v1_records"];
        put?: never;
        /**
         * Push records
         * @description 1 to 5,000 records, all or none. The same external id with the same content is a duplicate; with other content a conflict, kept aside, and the record stays as it was. With `Prefer: respond-async` the set is kept as a delivery and taken in afterwards.
         */
        post: operations["post_api_v1_records"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a record
         * @description With its payload as received, every trace it ever had, and conflicting content kept aside.
         */
        get: operations["get_api_v1_records_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct a record
         * @description What a person says of a record; no machine changes these fields again. A category settles the record and teaches.
         */
        patch: operations["patch_api_v1_records_id"];
        trace?: never;
    };
    "/api/v1/records/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a record's decision
         * @description The trace in full: each rule tried or skipped and why, the approved records alike, the model's answer, and the thresholds then in force.
         */
        get: operations["get_api_v1_records_id_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/reprocess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Process records again
         * @description By ids, or a page of those that a filter lets through. What a person settled stays as it is.
         */
        post: operations["post_api_v1_records_reprocess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List versions that were kept aside, latest first */
        get: operations["get_api_v1_conflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conflicts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a version that was kept aside, beside its record
         * @description The ETag is the record's version.
         */
        get: operations["get_api_v1_conflicts_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conflicts/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a version kept aside is
         * @description `take_new`: the record takes it; a person's category stays, and any other decision is made anew. `keep_old`: the record stays as it is. `both`: it is another transaction, and becomes a record of its own. Resolved once; the same verdict again changes nothing. `If-Match` names the record's version.
         */
        post: operations["post_api_v1_conflicts_id_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List receipts, latest first */
        get: operations["get_api_v1_receipts"];
        put?: never;
        /**
         * Upload a receipt
         * @description The body is the file itself. Its type is read from its first bytes, whatever is claimed. The same bytes once more are the receipt that is there, now for this record as well.
         */
        post: operations["post_api_v1_receipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/from-url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch a receipt from an address
         * @description The file at a public https address, as if you had sent it: its type is read from its first bytes.
         */
        post: operations["post_api_v1_receipts_from_url"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/upload-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an address that takes a receipt's bytes past this service
         * @description Where files are kept in a bucket: PUT just these bytes to `url` with these `headers` within a quarter of an hour, then complete the upload. Elsewhere 409: send the bytes here.
         */
        post: operations["post_api_v1_receipts_upload_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a receipt of what was uploaded
         * @description It is read, verified and kept under another key, so that whoever still has the address cannot change it.
         */
        post: operations["post_api_v1_receipts_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a receipt */
        get: operations["get_api_v1_receipts_id"];
        put?: never;
        post?: never;
        /**
         * Remove a receipt
         * @description Links to it end at once; its file follows.
         */
        delete: operations["delete_api_v1_receipts_id"];
        options?: never;
        head?: never;
        /**
         * Attach a receipt, detach it, or correct what is told of it
         * @description What is left out stays as it is.
         */
        patch: operations["patch_api_v1_receipts_id"];
        trace?: never;
    };
    "/api/v1/receipts/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the records that a receipt may be for, and why
         * @description By what somebody read off it: amount, time and counterparty. The likeliest first, at most ten; none where it tells neither amount nor time. Nothing is attached: that is for a person, by `PATCH /receipts/{id}`.
         */
        get: operations["get_api_v1_receipts_id_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link to the file
         * @description Whoever has it reads the file, without signing in, for five minutes.
         */
        get: operations["get_api_v1_receipts_id_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a delivery */
        get: operations["get_api_v1_deliveries_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a failed delivery in once more */
        post: operations["post_api_v1_deliveries_id_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a file of records
         * @description CSV, NDJSON, OFX or QFX, CAMT.053 or MT940, as the body. It is kept, and taken in afterwards: rows that cannot be read are told by their lines, the others are taken in. The same file again adds nothing, and statements that overlap are merged.
         */
        post: operations["post_api_v1_records_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a file would be taken for
         * @description Up to 1 MiB: a file, or its beginning. Tells format and encoding, of CSV the columns' roles, how dates and decimals are written, the first 20 rows, and what stands in the way. Nothing is kept.
         */
        post: operations["post_api_v1_records_import_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List imports, latest first */
        get: operations["get_api_v1_imports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an import: how far it is, and what came of its rows */
        get: operations["get_api_v1_imports_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/bad-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was said of an import's rows
         * @description In the file's order, the first 10,000: rows that cannot be read, conflicts, rows that are not for taking in, and what is to be known of the file. Lines count from 1.
         */
        get: operations["get_api_v1_imports_id_bad_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List mappings of columns, latest first */
        get: operations["get_api_v1_import_mappings"];
        put?: never;
        /**
         * Save how a kind of CSV file is read
         * @description Columns by the names that the file gives them. A mapping never changes: the same name again is its next number, with an id of its own.
         */
        post: operations["post_api_v1_import_mappings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a mapping of columns */
        get: operations["get_api_v1_import_mappings_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List categories, oldest first
         * @description Archived ones too.
         */
        get: operations["get_api_v1_categories"];
        put?: never;
        /** Create one category, or up to 500 at once */
        post: operations["post_api_v1_categories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a category */
        get: operations["get_api_v1_categories_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, move, archive or bring back a category
         * @description Its id, and what was decided with it, stay.
         */
        patch: operations["patch_api_v1_categories_id"];
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rules in the order they are tried
         * @description As they are, or as they were at a time or in a version.
         */
        get: operations["get_api_v1_rules"];
        put?: never;
        /**
         * Create a rule
         * @description Rules are tried in order; the first that matches decides, unless it says `continue`.
         */
        post: operations["post_api_v1_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the rules in order
         * @description All of them in their order, or moves of some. Its version is that of the whole set, as the list shows it.
         */
        put: operations["put_api_v1_rules_order"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try rules on a record
         * @description A stored record or one that is sent; one draft rule (`rule`), one in force (`rule_id`) among all others, or every rule; of now, or of a time or version. Tells which rules matched, which condition failed, why another rule won, and what the record would become.
         */
        post: operations["post_api_v1_rules_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/overlaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find what is wrong with the rules
         * @description Rules that say the same, never win, contradict one another, never hit, or match too much: proven by the rules themselves, or suspected from the latest 5,000 records.
         */
        get: operations["get_api_v1_rules_overlaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the rules
         * @description The whole set as one document, laid out so that two versions of it compare line by line. `POST /rules/import` takes it back.
         */
        get: operations["get_api_v1_rules_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import rules
         * @description Puts the rules of a document in the place of all that are in force, in one version. A rule whose id is in force is changed, any other is created with an id of its own, and a rule in force that the document does not have is removed.
         */
        post: operations["post_api_v1_rules_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of a rule
         * @description The latest first, also of a rule that was removed. Each stood in every version of the set from `ruleset_from` on and before `ruleset_to`.
         */
        get: operations["get_api_v1_rules_id_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rules that people's decisions speak for
         * @description Short conditions on which people agreed, that decide what no rule does yet; at most 50, those that save most first. They are read from the latest 10,000 records that people decided and the latest 10,000 of all, and nothing is kept of it.
         */
        get: operations["get_api_v1_rules_suggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/suggestions/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a rule of a suggestion
         * @description At the end of the set. Suggestions are read anew: one that is no longer offered is missing.
         */
        post: operations["post_api_v1_rules_suggestions_id_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/suggestions/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a suggestion from being offered again
         * @description Nor is one that says the same of nearly the same records. Dismissing it again does nothing.
         */
        post: operations["post_api_v1_rules_suggestions_id_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try changes of the rules on stored records
         * @description Nothing is written but the report, which a job fills. Changes are made in order, each on what the ones before it left.
         */
        post: operations["post_api_v1_rules_backtest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List back-tests, latest first */
        get: operations["get_api_v1_rules_backtests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/backtests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a back-test: how far it is, and what it found */
        get: operations["get_api_v1_rules_backtests_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/backtests/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the records that a back-test found to change
         * @description Field by field, before and after; the latest record first.
         */
        get: operations["get_api_v1_rules_backtests_id_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/backtests/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the changes of a back-test in force, just as tested
         * @description With `apply_to_history` a run carries out the very differences shown, but for those that become `undecided`.
         */
        post: operations["post_api_v1_rules_backtests_id_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a rule to records that were decided already
         * @description In its place among the others; what a person settled stays. The run can be undone.
         */
        post: operations["post_api_v1_rules_id_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List runs, latest first */
        get: operations["get_api_v1_rules_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a run */
        get: operations["get_api_v1_rules_runs_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/runs/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the records that a run changed, and what an undo did */
        get: operations["get_api_v1_rules_runs_id_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/runs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a run back
         * @description Restores just what the run changed; what changed since is left, and told field by field.
         */
        post: operations["post_api_v1_rules_runs_id_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a rule */
        get: operations["get_api_v1_rules_id"];
        put?: never;
        post?: never;
        /**
         * Remove a rule
         * @description Earlier versions of the set, which traces name, keep it.
         */
        delete: operations["delete_api_v1_rules_id"];
        options?: never;
        head?: never;
        /**
         * Change parts of a rule
         * @description It keeps its place and becomes its next version.
         */
        patch: operations["patch_api_v1_rules_id"];
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List approvals of one state, oldest first */
        get: operations["get_api_v1_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an approval */
        get: operations["get_api_v1_approvals_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim waiting approvals, oldest first
         * @description The sole right to decide them until the lease runs out. What another holds is passed over.
         */
        post: operations["post_api_v1_approvals_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide an approval
         * @description Of several people who decide one item just one wins. `create_rule` makes a rule along with it, at the end of the set; it needs `rules.write` too. With `dry_run` nothing is decided and nothing made: `draft` shows the rule and what it would have changed; it needs `rules.read`.
         */
        post: operations["post_api_v1_approvals_id_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/decide-many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide up to 1,000 approvals
         * @description Each stands or is refused by itself.
         */
        post: operations["post_api_v1_approvals_decide_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how well records are decided
         * @description How much was settled without a person and how right that was, by the audits; what each step adds, and what other targets would settle. By the time of decisions: the last 90 days where nothing else is asked for.
         */
        get: operations["get_api_v1_quality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the event log
         * @description By `seq`. `next_cursor` is the last `seq` shown: pass it as `after` (or `cursor`), now or later, to go on; it is null when nothing was there.
         */
        get: operations["get_api_v1_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the log's chain
         * @description Reads the whole log and checks every number and every hash.
         */
        get: operations["get_api_v1_events_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the log stands
         * @description Keep it where nobody who writes to the database can: `deno task audit` shows with it that nothing up to here was rewritten or cut off.
         */
        get: operations["get_api_v1_events_checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the log
         * @description Lines of JSON: where the log stands, its events from there on, and where it stands then; without that last line the export was cut off. `deno task audit` verifies it without this service.
         */
        get: operations["get_api_v1_events_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List jobs that were given up, latest first */
        get: operations["get_api_v1_dead_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a dead letter */
        get: operations["get_api_v1_dead_letters_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send dead letters again
         * @description Those that the filter lets through and that were not sent again yet, the latest first, as new jobs. Records that show `failed` wait again; what a person settled stays as it is. `per_second` spreads the jobs out.
         */
        post: operations["post_api_v1_dead_letters_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/manifests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sources that are known
         * @description Name one as `manifest` when you create a connection, or copy its settings and change them.
         */
        get: operations["get_api_v1_connections_manifests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch from a source now
         * @description Begins the connection's schedule too. What a pull brings and how it went is in the connection's health and in its payloads.
         */
        post: operations["post_api_v1_connections_id_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/oauth/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin to authorise a connection at its source
         * @description Send a person to the address in the answer. The source sends them back to `/api/v1/connections/oauth/callback` (register it there), where whoever began this must be signed in; an integrator with an address of their own (`redirect_uri`) calls that operation with what was brought back.
         */
        get: operations["get_api_v1_connections_id_oauth_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bring back what a source answered
         * @description The code is exchanged for tokens, which are sealed, and the first pull begins. Good once, within ten minutes, for who began.
         */
        get: operations["get_api_v1_connections_oauth_callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/oauth/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget a connection's tokens, and tell its source */
        post: operations["post_api_v1_connections_id_oauth_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List connections, oldest first */
        get: operations["get_api_v1_connections"];
        put?: never;
        /**
         * Create a connection
         * @description External ids are unique within one connection. A webhook's secret is in this answer and nowhere else, unless you name one.
         */
        post: operations["post_api_v1_connections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a connection */
        get: operations["get_api_v1_connections_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, change or archive a connection
         * @description An archived connection takes nothing in any more; its records stay, and so does everything decided about them.
         */
        patch: operations["patch_api_v1_connections_id"];
        trace?: never;
    };
    "/api/v1/connections/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a connection another secret
         * @description The earlier secret of a webhook is taken for 24 hours more, so that the sender can be changed in between. One is made where none is named; it is in this answer and nowhere else.
         */
        post: operations["post_api_v1_connections_id_rotate_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how a connection does, and why
         * @description Told by what became of its webhooks and pulls, not by asking the source now. `degraded` works, with failures in a row; `broken` is tried once in a while; `needs_reauth` waits for somebody to authorise it anew; `paused` was told to wait.
         */
        get: operations["get_api_v1_connections_id_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a connection
         * @description Webhooks that arrive meanwhile are kept and not taken in; nothing is fetched.
         */
        post: operations["post_api_v1_connections_id_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a connection go on
         * @description What was kept meanwhile is taken in now.
         */
        post: operations["post_api_v1_connections_id_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the mappings that a connection has had, oldest first */
        get: operations["get_api_v1_connections_id_mappings"];
        put?: never;
        /**
         * Put a mapping in force
         * @description It holds for what is received from now on. Earlier mappings stay in the list, and what they made stays as it is: `remap` shows and makes the difference.
         */
        post: operations["post_api_v1_connections_id_mappings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/mappings/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a mapping on a payload
         * @description Shows what it makes, as it is and as records, or why it makes none. Nothing is kept.
         */
        post: operations["post_api_v1_connections_id_mappings_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/remap/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a mapping would make of what was received before
         * @description Each payload that was taken in and is still kept, the latest first: what this mapping makes of it, against what was made. Nothing is changed.
         */
        post: operations["post_api_v1_connections_id_remap_compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/remap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply the mapping in force to what was received before
         * @description Records whose standing version came of such a payload take what is made of it now. What a person decided or corrected stays; anything else is decided anew.
         */
        post: operations["post_api_v1_connections_id_remap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what sources sent or listed, the latest first */
        get: operations["get_api_v1_payloads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payloads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a payload as it came */
        get: operations["get_api_v1_payloads_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payloads/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a payload in again that failed or conflicts */
        post: operations["post_api_v1_payloads_id_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/replay-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in again what failed of a connection
         * @description Up to 1000 payloads, the latest first; ask again for more.
         */
        post: operations["post_api_v1_connections_id_replay_failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List endpoints for notices, oldest first */
        get: operations["get_api_v1_notifications_endpoints"];
        put?: never;
        /**
         * Create an endpoint for notices
         * @description The secret is in this answer and nowhere else; a repeated request gets null in its place.
         */
        post: operations["post_api_v1_notifications_endpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an endpoint for notices */
        get: operations["get_api_v1_notifications_endpoints_id"];
        put?: never;
        post?: never;
        /**
         * Remove an endpoint for notices
         * @description Its address and secrets go; the deliveries to it stay in the list.
         */
        delete: operations["delete_api_v1_notifications_endpoints_id"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint for notices
         * @description What is not named stays. Enabled again it starts as if it had never failed.
         */
        patch: operations["patch_api_v1_notifications_endpoints_id"];
        trace?: never;
    };
    "/api/v1/notifications/endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an endpoint a new secret
         * @description For `overlap_s` seconds messages carry two signatures, by the new secret and by the one before. The secret is in this answer and nowhere else; a repeated request gets null in its place.
         */
        post: operations["post_api_v1_notifications_endpoints_id_rotate_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test to an endpoint
         * @description On the way that all notices take: see the deliveries for what came of it.
         */
        post: operations["post_api_v1_notifications_endpoints_id_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what you are told by e-mail
         * @description A member's own; a key has none.
         */
        get: operations["get_api_v1_notifications_preferences"];
        /**
         * Choose what you are told by e-mail
         * @description In the place of what was chosen before; kinds that are not named are as the role has them.
         */
        put: operations["put_api_v1_notifications_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read when the company is told of things */
        get: operations["get_api_v1_notifications_settings"];
        /** Set when the company is told of things */
        put: operations["put_api_v1_notifications_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notices, latest first
         * @description One for each incident, whoever was told of it.
         */
        get: operations["get_api_v1_notifications_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was sent to whom, latest first */
        get: operations["get_api_v1_notifications_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/deliveries/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again
         * @description At once, under the same id, and with all attempts anew where it fails.
         */
        post: operations["post_api_v1_notifications_deliveries_id_redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members, oldest first */
        get: operations["get_api_v1_members"];
        put?: never;
        /** Add a member */
        post: operations["post_api_v1_members"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a member */
        delete: operations["delete_api_v1_members_id"];
        options?: never;
        head?: never;
        /** Rename a member or give another role */
        patch: operations["patch_api_v1_members_id"];
        trace?: never;
    };
    "/api/v1/members/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all that is kept of a member
         * @description The member, also one who has left, and what the member did, by `seq`: go on with `after` until `next_after` is null.
         */
        get: operations["get_api_v1_members_id_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End all sessions of a member
         * @description At once, in every process, with sign-in codes that were not used yet.
         */
        delete: operations["delete_api_v1_members_id_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations, oldest first
         * @description Whatever became of them.
         */
        get: operations["get_api_v1_invitations"];
        put?: never;
        /**
         * Invite somebody to become a member
         * @description The code and its link are in this answer and nowhere else; a repeated request gets null in their place. Hand the link to that person: who has it comes in. An earlier invitation of the same address is revoked.
         */
        post: operations["post_api_v1_invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description It stays in the list.
         */
        delete: operations["delete_api_v1_invitations_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys, oldest first
         * @description Revoked ones too.
         */
        get: operations["get_api_v1_api_keys"];
        put?: never;
        /**
         * Create an API key
         * @description The secret is in this answer and nowhere else; a repeated request gets null in its place.
         */
        post: operations["post_api_v1_api_keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a key in another's place
         * @description The new key has the name, role, scopes, source and expiry of the old one, which works for `overlap_s` seconds more; 0 ends it at once. A key is rotated once; the next time it is the new one's turn, and what is left of the overlap before ends. The secret is in this answer and nowhere else; a repeated request gets null in its place.
         */
        post: operations["post_api_v1_api_keys_id_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description At once. It stays in the list.
         */
        delete: operations["delete_api_v1_api_keys_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the tenant */
        get: operations["get_api_v1_tenant"];
        put?: never;
        post?: never;
        /**
         * Erase the tenant
         * @description For ever, and at once: every key and every member is out with the answer, and a job erases all that is kept. What stays is the chain of events without what they told.
         */
        delete: operations["delete_api_v1_tenant"];
        options?: never;
        head?: never;
        /** Rename the tenant or change how its records are decided */
        patch: operations["patch_api_v1_tenant"];
        trace?: never;
    };
    "/api/v1/tenant/llm-usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What calls of the language model came to, this month and before */
        get: operations["get_api_v1_tenant_llm_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what the company pays, may use, and has used */
        get: operations["get_api_v1_billing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy a plan
         * @description On a page of the payment provider, to which `url` leads. Whoever has a subscription changes it in the portal.
         */
        post: operations["post_api_v1_billing_checkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the plan, the card or the address, or end the subscription
         * @description On a page of the payment provider, to which `url` leads.
         */
        post: operations["post_api_v1_billing_portal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the payment provider asked how the subscription stands
         * @description For whoever paid and does not see it yet. Done within moments; `asked_at` then says when.
         */
        post: operations["post_api_v1_billing_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invoices, the latest first
         * @description As the payment provider has them.
         */
        get: operations["get_api_v1_billing_invoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/subjects/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a person in what is kept
         * @description Looks for names, addresses and numbers in all that is kept of a page of records, the latest first: whatever their case, accents and spaces. Answers ids, never texts. A page may be empty: go on until `next_cursor` is null.
         */
        post: operations["post_api_v1_privacy_subjects_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person's data
         * @description Takes the texts of records, or the name and the address of a member who has left, out of everything that is kept of them. Ids, amounts, times and categories stay. A job does it; `PERSONAL_DATA_ERASED` tells when it is done. There is no way back.
         */
        post: operations["post_api_v1_privacy_erasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the event log
         * @description By `seq`. `next_cursor` is the last `seq` shown: pass it as `after` (or `cursor`), now or later, to go on; it is null when nothing was there.
         */
        get: operations["get_api_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the log's chain
         * @description Reads the whole log and checks every number and every hash.
         */
        get: operations["get_api_events_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the log stands
         * @description Keep it where nobody who writes to the database can: `deno task audit` shows with it that nothing up to here was rewritten or cut off.
         */
        get: operations["get_api_events_checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the log
         * @description Lines of JSON: where the log stands, its events from there on, and where it stands then; without that last line the export was cut off. `deno task audit` verifies it without this service.
         */
        get: operations["get_api_events_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        StartedSession: {
            tenant: {
                id: string;
                name: string;
            };
            member: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "owner" | "admin" | "reviewer" | "viewer";
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string;
            /** @description Null where it went into the cookie */
            token: string | null;
        };
        /** @description RFC 9457 problem details; facts of the failure are members */
        Problem: {
            /**
             * @description Names the failure: https://balance.invalid/problems#<kind>
             * @example https://balance.invalid/problems#record.missing
             */
            type: string;
            title: string;
            status: number;
            /** @example urn:request:req_… */
            instance: string;
            request_id: string;
            /** @description What is wrong where, at most 100 of them */
            errors?: {
                /**
                 * @description Where in the body (RFC 6901)
                 * @example /records/0/amount/minor
                 */
                pointer?: string;
                /** @description Which query parameter */
                parameter?: string;
                /** @description Where in YAML text, from 1 */
                line?: number;
                column?: number;
                /** @description Which header */
                header?: string;
                /** @example is missing */
                detail: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        SignIn: {
            code: string;
            /**
             * @description `cookie`: for a browser, out of reach of its scripts. `bearer`: the token is in the answer, for a program, and no cookie is set
             * @default cookie
             * @enum {string}
             */
            as?: "cookie" | "bearer";
        };
        InvitationAcceptance: {
            code: string;
            name: string;
            /**
             * @description `cookie`: for a browser, out of reach of its scripts. `bearer`: the token is in the answer, for a program, and no cookie is set
             * @default cookie
             * @enum {string}
             */
            as?: "cookie" | "bearer";
        };
        Intake: {
            accepted: number;
            duplicates: number;
            conflicts: {
                external_id: string;
                record_id: string;
            }[];
            /** @description In the order sent; of a duplicate or conflict, the record that is there */
            record_ids: string[];
        };
        KeptDelivery: {
            delivery_id: string;
        };
        NewRecord: {
            /**
             * @description Your id of it; unique within a connection
             * @example 2026-03-31/17
             */
            external_id: string;
            /** @description The tenant's default connection where absent */
            connection_id?: string | null;
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            occurred_at?: string;
            /** @example CARD PURCHASE 4411 TIMBER YARD */
            description: string;
            /** @description Read from the description where absent */
            counterparty?: string | null;
            amount?: components["schemas"]["Money"];
            /**
             * @example {
             *       "unit": "Workshop"
             *     }
             */
            attributes?: {
                [key: string]: string | number | boolean | null;
            };
            /** @description The payload as it reached you, up to 64 KiB; the item itself where absent */
            raw?: unknown;
        };
        Money: {
            /**
             * @description Minor units (pence, cents); as text beyond 2^53
             * @example -1250
             */
            minor: number | string;
            /** @example GBP */
            currency: string;
        } | null;
        ListedRecord: {
            id: string;
            version: number;
            external_id: string;
            connection_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            received_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            occurred_at: string | null;
            description: string;
            counterparty: string | null;
            amount: {
                /** @description Minor units; text beyond 2^53 */
                minor: number | string;
                currency: string;
            } | null;
            attributes: {
                [key: string]: string | number | boolean | null;
            };
            /** @enum {string} */
            status: "ingested" | "processed" | "approved" | "rejected" | "failed";
            /** @enum {string|null} */
            outcome: "auto" | "needs_review" | null;
            category_id: string | null;
            /** @enum {string|null} */
            source: "rule" | "similarity" | "model" | "person" | null;
            confidence: number | null;
            /** @description Fields that a person settled; no machine changes them */
            settled_by_person: string[];
            /** @description Not booked yet at its source; another version follows */
            pending: boolean;
        };
        RecordInFull: {
            id: string;
            version: number;
            external_id: string;
            connection_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            received_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            occurred_at: string | null;
            description: string;
            counterparty: string | null;
            amount: {
                /** @description Minor units; text beyond 2^53 */
                minor: number | string;
                currency: string;
            } | null;
            attributes: {
                [key: string]: string | number | boolean | null;
            };
            /** @enum {string} */
            status: "ingested" | "processed" | "approved" | "rejected" | "failed";
            /** @enum {string|null} */
            outcome: "auto" | "needs_review" | null;
            category_id: string | null;
            /** @enum {string|null} */
            source: "rule" | "similarity" | "model" | "person" | null;
            confidence: number | null;
            /** @description Fields that a person settled; no machine changes them */
            settled_by_person: string[];
            /** @description Not booked yet at its source; another version follows */
            pending: boolean;
            /** @description Any JSON value */
            raw?: unknown;
            reasoning_trace: components["schemas"]["Trace"];
            earlier_traces: {
                reasoning_trace: components["schemas"]["Trace"];
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                replaced_at: string;
            }[];
            conflicts: {
                id: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                received_at: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                occurred_at: string | null;
                description: string;
                counterparty: string | null;
                amount: {
                    /** @description Minor units; text beyond 2^53 */
                    minor: number | string;
                    currency: string;
                } | null;
                attributes: {
                    [key: string]: string | number | boolean | null;
                };
                /** @description Any JSON value */
                raw?: unknown;
            }[];
        };
        Trace: {
            /** @enum {number} */
            schema: 1;
            limits: {
                similarity_threshold: number | null;
                model: {
                    attempts_max: number;
                    known_similarity?: number;
                    threshold: number | null;
                } | null;
            };
            steps: components["schemas"]["TraceStep"][];
            conclusion: components["schemas"]["Conclusion"];
        } | null;
        TraceStep: {
            /** @enum {string} */
            kind: "rules_tried";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            ruleset_version: number;
            considered: number;
            matched: string | null;
            hits: {
                rule_id: string;
                version: number;
            }[];
            sets: {
                category_id?: string;
                counterparty?: string;
                attributes?: {
                    [key: string]: string;
                };
                /** @enum {boolean} */
                review?: true;
            };
            replaced: {
                counterparty?: string | null;
                attributes?: {
                    [key: string]: string | number | boolean | null;
                };
                nulls?: string[];
            };
            /** @description The runs that applied rules later, in order */
            runs?: string[];
            /** @description The run among them whose decision stands */
            decided_in?: string;
        } | {
            /** @enum {string} */
            kind: "examples_recalled";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            /** @description Whose vectors near texts were looked for by; null where none could be looked for */
            embedder: string | null;
            neighbours: {
                record_id: string;
                category_id: string;
                similarity: number;
                count: number;
                match: string;
            }[];
            proposal: string | null;
            score: number;
            /** @description The best categories, best first, three at most */
            candidates?: {
                category_id: string;
                /** @description The part of all weight that is behind it */
                score: number;
                /** @description What speaks for it against its rival, most first: `count` of the `of` approved records alike in `match` have the category */
                because: {
                    match: string;
                    count: number;
                    of: number;
                    weight: number;
                }[];
            }[];
            /** @description The version of what was learned that weighed them */
            learned?: number;
            /** @description The categories that people turned down for the text: a model that answers one of them proposes nothing */
            rejected?: string[];
        } | {
            /** @enum {string} */
            kind: "model_answered";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            model: string;
            prompt_version: number;
            category_id: string | null;
            rationale: string;
            raw_confidence: number;
            usage: {
                input_tokens: number;
                output_tokens: number;
            };
            /** @description The record's part of what the call cost, in millionths of a US dollar */
            cost_micros?: number;
            /** @description Whether the answer was known, so that nothing was paid */
            cached?: boolean;
        } | {
            /** @enum {string} */
            kind: "model_failed";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            model: string;
            /** @enum {string} */
            reason: "timed_out" | "refused" | "malformed" | "truncated" | "rate_limited" | "unavailable" | "over_budget";
            usage?: {
                input_tokens: number;
                output_tokens: number;
            };
            /** @description The record's part of what the call cost, in millionths of a US dollar */
            cost_micros?: number;
            retry_after_ms?: number;
            /**
             * @description Not asked again when the record was processed
             * @enum {boolean}
             */
            final?: true;
        } | {
            /** @enum {string} */
            kind: "person_decided";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            at: string;
            by: string;
            /** @enum {string} */
            verdict: "approve" | "override" | "reject";
            category_id: string | null;
            note: string | null;
        };
        Conclusion: {
            /** @enum {string} */
            kind: "settled";
            category_id: string;
            /** @enum {string} */
            source: "rule" | "similarity" | "model" | "person";
            confidence: number;
            threshold: number;
        } | {
            /** @enum {string} */
            kind: "needs_review";
            suggestion: string | null;
            /** @enum {string} */
            because: "rule_asks" | "nothing_alike" | "not_sure_enough" | "model_failed" | "model_undecided";
            confidence: number;
            threshold: number;
        } | {
            /** @enum {string} */
            kind: "rejected";
            /** @enum {string} */
            source: "person";
        };
        Record: {
            id: string;
            version: number;
            external_id: string;
            connection_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            received_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            occurred_at: string | null;
            description: string;
            counterparty: string | null;
            amount: {
                /** @description Minor units; text beyond 2^53 */
                minor: number | string;
                currency: string;
            } | null;
            attributes: {
                [key: string]: string | number | boolean | null;
            };
            /** @enum {string} */
            status: "ingested" | "processed" | "approved" | "rejected" | "failed";
            /** @enum {string|null} */
            outcome: "auto" | "needs_review" | null;
            category_id: string | null;
            /** @enum {string|null} */
            source: "rule" | "similarity" | "model" | "person" | null;
            confidence: number | null;
            /** @description Fields that a person settled; no machine changes them */
            settled_by_person: string[];
        };
        Correction: {
            category_id?: string;
            description?: string;
            counterparty?: string | null;
            amount?: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            occurred_at?: string;
            /**
             * @description Merged by name; what is not named stays
             * @example {
             *       "unit": "Workshop"
             *     }
             */
            attributes?: {
                [key: string]: string | number | boolean | null;
            };
        };
        Explanation: {
            record: components["schemas"]["Record"];
            reasoning_trace: components["schemas"]["Trace"];
            /** @description The rules of the set that the trace names, tried on the record as it is now */
            rules: components["schemas"]["RuleInSetExplanation"][];
            /** @description Of the categories that the trace mentions, by id */
            category_names: {
                [key: string]: string;
            };
        };
        RuleInSetExplanation: components["schemas"]["RuleExplanation"] & {
            /** @description The whole condition; null unless the rule matched or was asked for by itself */
            condition: {
                /** @enum {string} */
                kind: "all" | "any";
                result: boolean;
                conditions: components["schemas"]["ConditionExplanation"][];
            } | {
                /** @enum {string} */
                kind: "not";
                result: boolean;
                condition: components["schemas"]["ConditionExplanation"];
            } | {
                /** @enum {string} */
                kind: "leaf";
                result: boolean;
                field: string;
                op: string;
                /** @description Any JSON value */
                value?: unknown;
                /** @description Any JSON value */
                saw?: unknown;
            };
            /** @description Of a rule that was not reached: the one that ended the trying */
            won_by: string | null;
            fields: {
                field: string;
                /** @description The rule that sets it: this one, or an earlier one that did so first; `person` where a person settled it */
                set_by: string;
            }[];
        };
        ConditionExplanation: {
            /** @enum {string} */
            kind: "all" | "any";
            result: boolean;
            conditions: components["schemas"]["ConditionExplanation"][];
        } | {
            /** @enum {string} */
            kind: "not";
            result: boolean;
            condition: components["schemas"]["ConditionExplanation"];
        } | {
            /** @enum {string} */
            kind: "leaf";
            result: boolean;
            field: string;
            op: string;
            /** @description Any JSON value */
            value?: unknown;
            /** @description Any JSON value */
            saw?: unknown;
        };
        RuleExplanation: {
            rule_id: string;
            version: number;
            name: string;
            /** @enum {string} */
            outcome: "matched" | "failed" | "skipped_disabled" | "not_reached";
            because: {
                /**
                 * @description Where in the rule (RFC 6901)
                 * @example /when/all/1
                 */
                pointer: string;
                condition: components["schemas"]["ConditionExplanation"];
            } | null;
        };
        Requeued: {
            requeued: number;
            /** @description Settled by a person, waiting already, or not there */
            skipped: number;
            next_cursor: string | null;
        };
        Reprocess: {
            record_ids: string[];
        } | {
            filter: {
                /** @enum {string} */
                status?: "ingested" | "processed" | "approved" | "rejected" | "failed";
                /** @enum {string} */
                outcome?: "auto" | "needs_review";
                category?: string;
                connection?: string;
                /** @description Text in description or counterparty, case and accents aside */
                q?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` from this instant on
                 * @example 2026-03-31T09:30:00Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` before this instant
                 * @example 2026-03-31T09:30:00Z
                 */
                to?: string;
            };
            /** @default 1000 */
            limit?: number;
            /** @description The `next_cursor` of the page before */
            cursor?: string;
        };
        Conflict: {
            id: string;
            record_id: string;
            connection_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            received_at: string;
            /** @enum {string} */
            status: "open" | "resolved";
            /** @description The fields that tell transactions apart, and do not agree */
            reasons: {
                /** @enum {string} */
                field: "amount" | "currency" | "occurred_at" | "counterparty" | "external_id";
                detail: string;
            }[];
            /** @description What was kept aside */
            version: {
                external_id: string;
                pending: boolean;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                occurred_at: string | null;
                description: string;
                counterparty: string | null;
                amount: {
                    /** @description Minor units; text beyond 2^53 */
                    minor: number | string;
                    currency: string;
                } | null;
                attributes: {
                    [key: string]: string | number | boolean | null;
                };
            };
            resolution: {
                /** @enum {string} */
                verdict: "take_new" | "keep_old" | "both";
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                resolved_at: string;
                resolved_by: string;
                /** @description The record that the version became */
                made_record_id: string | null;
            } | null;
        };
        ConflictInFull: {
            id: string;
            record_id: string;
            connection_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            received_at: string;
            /** @enum {string} */
            status: "open" | "resolved";
            /** @description The fields that tell transactions apart, and do not agree */
            reasons: {
                /** @enum {string} */
                field: "amount" | "currency" | "occurred_at" | "counterparty" | "external_id";
                detail: string;
            }[];
            /** @description What was kept aside */
            version: {
                external_id: string;
                pending: boolean;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                occurred_at: string | null;
                description: string;
                counterparty: string | null;
                amount: {
                    /** @description Minor units; text beyond 2^53 */
                    minor: number | string;
                    currency: string;
                } | null;
                attributes: {
                    [key: string]: string | number | boolean | null;
                };
            };
            resolution: {
                /** @enum {string} */
                verdict: "take_new" | "keep_old" | "both";
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                resolved_at: string;
                resolved_by: string;
                /** @description The record that the version became */
                made_record_id: string | null;
            } | null;
            /** @description Any JSON value */
            raw?: unknown;
            record: components["schemas"]["Record"];
        };
        ConflictVerdict: {
            /** @enum {string} */
            verdict: "take_new" | "keep_old" | "both";
        };
        Receipt: {
            id: string;
            version: number;
            /** @enum {string} */
            status: "waiting" | "attached";
            record_ids: string[];
            file_name: string;
            /**
             * @description What the bytes say
             * @enum {string}
             */
            content_type: "application/pdf" | "image/png" | "image/jpeg" | "image/webp" | "image/heic" | "image/gif";
            /** @description What the sender said */
            claimed_content_type: string | null;
            bytes: number;
            sha256: string;
            /** @enum {string} */
            source: "upload" | "url" | "link";
            amount: {
                minor: number | string;
                currency: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            occurred_at: string | null;
            counterparty: string | null;
            /** @description A member's or a key's id */
            added_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        ReceiptAddress: {
            url: string;
            record_id?: string;
            file_name?: string;
            amount?: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            occurred_at?: string;
            counterparty?: string;
        };
        BegunReceiptUpload: {
            upload_id: string;
            url: string;
            headers: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string;
        };
        ReceiptUpload: {
            bytes: number;
            sha256: string;
            /** @enum {string} */
            content_type: "application/pdf" | "image/png" | "image/jpeg" | "image/webp" | "image/heic" | "image/gif";
        };
        CompletedReceiptUpload: {
            upload_id: string;
            record_id?: string;
            file_name?: string;
            amount?: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            occurred_at?: string;
            counterparty?: string;
        };
        ReceiptChange: {
            attach?: string[];
            detach?: string[];
            file_name?: string;
            amount?: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            occurred_at?: string;
            counterparty?: string | null;
        };
        ReceiptProposals: {
            data: components["schemas"]["ReceiptProposal"][];
        };
        ReceiptProposal: {
            record_id: string;
            /** @description 0 to 1 */
            score: number;
            /** @description Another record is as likely, or nearly */
            ambiguous: boolean;
            reasons: {
                /** @enum {string} */
                part: "amount" | "date" | "counterparty" | "direction" | "receipts";
                /** @enum {string} */
                verdict: "equal" | "more" | "near" | "alike" | "other" | "came_in" | "has_one";
                /** @description What it adds to the score, or takes from it */
                points: number;
            }[];
        };
        ReceiptLink: {
            url: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string;
        };
        Delivery: {
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            received_at: string;
            /** @enum {string} */
            status: "waiting" | "taken_in" | "failed";
            records: number;
            intake: components["schemas"]["Intake"] & (Record<string, never> | null);
        };
        Import: {
            id: string;
            /** @enum {string} */
            status: "received" | "running" | "done" | "failed";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            ended_at: string | null;
            connection_id: string;
            file_name: string | null;
            bytes: number;
            sha256: string;
            /** @enum {string|null} */
            format: "csv" | "ndjson" | "ofx" | "camt053" | "mt940" | null;
            mapping_id: string | null;
            rows_read: number;
            accepted: number;
            duplicates: number;
            conflicts: number;
            bad_rows: number;
            skipped: number;
            /** @description Where the file could not be read further, and why */
            failure: {
                line: number;
                detail: string;
            } | null;
        };
        ImportPreview: {
            /** @enum {string|null} */
            format: "csv" | "ndjson" | "ofx" | "camt053" | "mt940" | null;
            encoding: string;
            csv: {
                delimiter: string;
                header_line: number | null;
                columns: {
                    name: string;
                    /** @enum {string|null} */
                    role: "date" | "amount" | "debit" | "credit" | "direction" | "currency" | "description" | "counterparty" | "bank_id" | "account" | "balance" | null;
                }[];
                /** @description More than one where the dates do not tell */
                date_orders: ("ymd" | "dmy" | "mdy")[];
                /** @enum {string|null} */
                decimal: "." | "," | "any" | null;
                currency: string | null;
            } | null;
            /** @description What stands in the way of an import */
            flaws: {
                field: string;
                detail: string;
            }[];
            rows: {
                line: number;
                /** @description Null where the row is none */
                record: {
                    /**
                     * Format: date-time
                     * @example 2026-03-31T09:30:00.000Z
                     */
                    occurred_at: string | null;
                    description: string;
                    counterparty: string | null;
                    amount: {
                        minor: number | string;
                        currency: string;
                    } | null;
                } | null;
                problem: {
                    field: string | null;
                    detail: string;
                } | null;
            }[];
        };
        ImportInFull: components["schemas"]["Import"] & {
            /** @description The first 20; all of them by `/bad-rows` */
            remarks: components["schemas"]["ImportRemark"][];
        };
        ImportRemark: {
            line: number;
            /**
             * @description `bad`: not taken in; `conflict`: kept aside beside a record; `skipped`: fine, and not for taking in; `told`: no row, something about the file
             * @enum {string}
             */
            kind: "bad" | "conflict" | "skipped" | "told";
            field: string | null;
            detail: string;
        };
        CsvMapping: {
            id: string;
            name: string;
            /** @description 1, 2, 3 … of that name */
            number: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            date: string;
            /**
             * @description Signed; or name `debit`, `credit` or both
             * @default null
             */
            amount?: string | null;
            /** @default null */
            debit?: string | null;
            /** @default null */
            credit?: string | null;
            /**
             * @description Says of `amount` whether it went out: D, DR, debit, S, Af
             * @default null
             */
            direction?: string | null;
            /**
             * @description Joined in this order
             * @default []
             */
            description?: string[];
            /** @default null */
            counterparty?: string | null;
            /**
             * @description What the bank gives to one entry of the account only
             * @default null
             */
            bank_id?: string | null;
            /** @default null */
            account?: string | null;
            /** @default null */
            currency_column?: string | null;
            /**
             * @description Where no column says so
             * @default null
             */
            currency?: string | null;
            /**
             * @description Told by the dates where absent, if they can
             * @default null
             * @enum {string|null}
             */
            date_order?: "ymd" | "dmy" | "mdy" | null;
            /**
             * @default null
             * @enum {string|null}
             */
            decimal?: "." | "," | null;
            /** @default false */
            spending_is_positive?: boolean;
            /**
             * @description Further columns to keep, by the attribute's name
             * @default {}
             */
            attributes?: {
                [key: string]: string;
            };
        };
        NewCsvMapping: {
            name: string;
            date: string;
            /**
             * @description Signed; or name `debit`, `credit` or both
             * @default null
             */
            amount?: string | null;
            /** @default null */
            debit?: string | null;
            /** @default null */
            credit?: string | null;
            /**
             * @description Says of `amount` whether it went out: D, DR, debit, S, Af
             * @default null
             */
            direction?: string | null;
            /**
             * @description Joined in this order
             * @default []
             */
            description?: string[];
            /** @default null */
            counterparty?: string | null;
            /**
             * @description What the bank gives to one entry of the account only
             * @default null
             */
            bank_id?: string | null;
            /** @default null */
            account?: string | null;
            /** @default null */
            currency_column?: string | null;
            /**
             * @description Where no column says so
             * @default null
             */
            currency?: string | null;
            /**
             * @description Told by the dates where absent, if they can
             * @default null
             * @enum {string|null}
             */
            date_order?: "ymd" | "dmy" | "mdy" | null;
            /**
             * @default null
             * @enum {string|null}
             */
            decimal?: "." | "," | null;
            /** @default false */
            spending_is_positive?: boolean;
            /**
             * @description Further columns to keep, by the attribute's name
             * @default {}
             */
            attributes?: {
                [key: string]: string;
            };
        };
        Category: {
            id: string;
            version: number;
            name: string;
            parent_id: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        NewCategories: components["schemas"]["NewCategory"] | {
            categories: components["schemas"]["NewCategory"][];
        };
        NewCategory: {
            /** @example Travel */
            name: string;
            parent_id?: string | null;
        };
        CategoryChange: {
            name?: string;
            parent_id?: string | null;
            archived?: boolean;
        };
        Rule: {
            id: string;
            version: number;
            name: string;
            enabled: boolean;
            when: components["schemas"]["Condition"];
            then: {
                category_id?: string;
                counterparty?: string;
                attributes?: {
                    [key: string]: string;
                };
                /** @enum {boolean} */
                review?: true;
            };
            continue: boolean;
            origin: components["schemas"]["RuleOrigin"];
            hits: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            last_hit_at: string | null;
            /** @description Records where a person said another category later */
            overridden: number;
            /**
             * Format: date-time
             * @description When the rule, as it is now, was overridden too often
             * @example 2026-03-31T09:30:00.000Z
             */
            flagged_at: string | null;
        };
        /** @description What a record must be like: all, any or not over conditions, or one field, operator and value. */
        Condition: {
            all: components["schemas"]["Condition"][];
        } | {
            any: components["schemas"]["Condition"][];
        } | {
            not: components["schemas"]["Condition"];
        } | {
            /** @enum {string} */
            field: "description" | "counterparty" | "currency" | "connection";
            /** @enum {string} */
            op: "equals";
            value: string;
        } | {
            field: string;
            /** @enum {string} */
            op: "equals";
            value: string | number | boolean;
        } | {
            field: ("description" | "counterparty" | "currency" | "connection") | string;
            /** @enum {string} */
            op: "contains" | "starts_with" | "ends_with";
            value: string;
        } | {
            field: ("description" | "counterparty" | "currency" | "connection") | string;
            /** @enum {string} */
            op: "in" | "contains_any";
            value: string[];
        } | {
            field: ("description" | "counterparty" | "currency" | "connection") | string;
            /** @enum {string} */
            op: "matches";
            value: string;
        } | {
            /** @enum {string} */
            field: "direction";
            /** @enum {string} */
            op: "equals";
            /** @enum {string} */
            value: "in" | "out";
        } | {
            /** @enum {string} */
            field: "amount" | "magnitude";
            /** @enum {string} */
            op: "equals" | "less_than" | "at_most" | "more_than" | "at_least";
            value: {
                minor: number | string;
                currency: string;
            };
        } | {
            /** @enum {string} */
            field: "amount" | "magnitude";
            /** @enum {string} */
            op: "between";
            value: {
                from: {
                    minor: number | string;
                    currency: string;
                };
                to: {
                    minor: number | string;
                    currency: string;
                };
            };
        } | {
            /** @enum {string} */
            field: "date";
            /** @enum {string} */
            op: "before" | "on_or_after";
            value: string;
        } | {
            /** @enum {string} */
            field: "date";
            /** @enum {string} */
            op: "between";
            value: {
                from: string;
                to: string;
            };
        } | {
            /** @enum {string} */
            field: "date";
            /** @enum {string} */
            op: "weekday_in";
            value: number[];
        } | {
            /** @enum {string} */
            field: "date";
            /** @enum {string} */
            op: "day_of_month_in";
            value: number[];
        } | {
            field: string;
            /** @enum {string} */
            op: "less_than" | "at_most" | "more_than" | "at_least";
            value: number;
        } | {
            field: string;
            /** @enum {string} */
            op: "between";
            value: {
                from: number;
                to: number;
            };
        } | {
            field: ("description" | "counterparty" | "currency" | "connection") | string | ("amount" | "magnitude") | "direction" | "date";
            /** @enum {string} */
            op: "is_empty";
        };
        RuleOrigin: {
            /** @enum {string} */
            kind: "person";
        } | {
            /** @enum {string} */
            kind: "suggestion";
            suggestion_id: string;
        } | {
            /** @enum {string} */
            kind: "override";
            record_id: string;
        } | {
            /** @enum {string} */
            kind: "import";
        };
        RuleDefinition: {
            name: string;
            /** @default true */
            enabled?: boolean;
            when: components["schemas"]["Condition"];
            then: components["schemas"]["FieldsSet"];
            /** @default false */
            continue?: boolean;
        };
        /** @description What a rule sets on a record that meets it; at least one. */
        FieldsSet: {
            category_id?: string;
            counterparty?: string;
            attributes?: {
                [key: string]: string;
            };
            /** @enum {boolean} */
            review?: true;
        };
        RuleOrder: {
            /** @description Every rule, just once */
            rule_ids: string[];
        } | {
            /** @description Made all at once: each rule stands directly at its anchor, which may be moved too; of several at one place, the order of the moves is their order. The other rules keep theirs. */
            moves: components["schemas"]["RuleMove"][];
        };
        RuleMove: {
            rule_id: string;
            after: string;
        } | {
            rule_id: string;
            before: string;
        } | {
            rule_id: string;
            /** @enum {string} */
            to: "first" | "last";
        };
        RulesTest: {
            considered: number;
            matched: string | null;
            hits: {
                rule_id: string;
                version: number;
            }[];
            sets: {
                category_id?: string;
                counterparty?: string;
                attributes?: {
                    [key: string]: string;
                };
                /** @enum {boolean} */
                review?: true;
            };
            rules: components["schemas"]["RuleInSetExplanation"][];
            becomes: components["schemas"]["ExpectedRecord"];
            /** @description Null for a draft */
            ruleset_version: number | null;
        };
        ExpectedRecord: {
            category_id: string | null;
            counterparty: string | null;
            attributes: {
                [key: string]: string | number | boolean | null;
            };
            review: boolean;
            changes: {
                /** @example attributes.unit */
                field: string;
                /** @description Any JSON value */
                before?: unknown;
                /** @description Any JSON value */
                after?: unknown;
                /** @description Null where no rule sets the field any more */
                rule_id: string | null;
                rule_version: number | null;
            }[];
        };
        RulesTestRequest: {
            record_id?: string;
            /** @description A record as `POST /records` takes it; it is not kept */
            record?: {
                /**
                 * @description Your id of it; unique within a connection
                 * @example 2026-03-31/17
                 */
                external_id?: string;
                /** @description The tenant's default connection where absent */
                connection_id?: string | null;
                /**
                 * Format: date-time
                 * @description A date alone is taken as midnight UTC
                 * @example 2026-03-31T09:30:00Z
                 */
                occurred_at?: string;
                /** @example CARD PURCHASE 4411 TIMBER YARD */
                description: string;
                /** @description Read from the description where absent */
                counterparty?: string | null;
                amount?: components["schemas"]["Money"];
                /**
                 * @example {
                 *       "unit": "Workshop"
                 *     }
                 */
                attributes?: {
                    [key: string]: string | number | boolean | null;
                };
                /** @description The payload as it reached you, up to 64 KiB; the item itself where absent */
                raw?: unknown;
            };
            rule?: components["schemas"]["RuleDefinition"];
            rule_id?: string;
            /**
             * Format: date-time
             * @description As it was then; a date alone is its midnight in UTC
             * @example 2026-03-31T09:30:00Z
             */
            at?: string;
            ruleset_version?: number;
        };
        RuleOverlaps: {
            findings: components["schemas"]["OverlapFinding"][];
            /** @description Of each kind, also those not listed */
            totals: {
                duplicate: number;
                shadowed: number;
                conflicting: number;
                dead: number;
                over_broad: number;
            };
            /** @description False where a limit ended a comparison: there may be more than the totals tell */
            complete: boolean;
            /** @description Enabled rules */
            rules: number;
            /** @description Sampled records */
            records: number;
            days: number;
            ruleset_version: number;
        };
        OverlapFinding: {
            /** @enum {string} */
            kind: "duplicate" | "shadowed" | "conflicting" | "dead" | "over_broad";
            /** @enum {string} */
            proof: "proven" | "suspected";
            /** @description The rule it is about, then those it meets */
            rule_ids: string[];
            because: string;
            witness: components["schemas"]["OverlapWitness"];
            figures?: {
                [key: string]: number | string | boolean | null;
            };
        };
        /** @description A record that shows it: a sampled one, or one made and tried */
        OverlapWitness: {
            /** @enum {string} */
            source: "history";
            record_id: string;
        } | {
            /** @enum {string} */
            source: "constructed";
            record: {
                connection_id: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                occurred_at: string | null;
                description: string;
                counterparty: string | null;
                amount: {
                    /** @description Minor units; text beyond 2^53 */
                    minor: number | string;
                    currency: string;
                } | null;
                attributes: {
                    [key: string]: string | number | boolean | null;
                };
            };
        } | null;
        RuleDocument: {
            /** @enum {number} */
            version: 1;
            rules: components["schemas"]["DocumentRule"][];
        };
        DocumentRule: {
            id?: string;
            name: string;
            /** @default true */
            enabled?: boolean;
            when: components["schemas"]["Condition"];
            then: components["schemas"]["DocumentFields"];
            /** @default false */
            continue?: boolean;
        };
        /** @description What a rule sets; the category by its name (`category`) or its id. */
        DocumentFields: {
            category?: string;
            category_id?: string;
            counterparty?: string;
            attributes?: {
                [key: string]: string;
            };
            /** @enum {boolean} */
            review?: true;
        };
        RulesImport: {
            dry_run: boolean;
            /** @description Now in force */
            ruleset_version: number;
            created: {
                /** @description Null in a dry run */
                rule_id: string | null;
                name: string;
                position: number;
            }[];
            changed: {
                rule_id: string;
                version: number;
                changes: {
                    field: string;
                    /** @description Any JSON value */
                    before?: unknown;
                    /** @description Any JSON value */
                    after?: unknown;
                }[];
            }[];
            removed: {
                rule_id: string;
                name: string;
            }[];
            /** @description The fewest that make the new order; 0 is first */
            moved: {
                rule_id: string;
                from: number;
                to: number;
            }[];
            unchanged: number;
        };
        RuleDocumentSent: {
            /** @enum {number} */
            version: 1;
            rules: components["schemas"]["DocumentRule"][];
        };
        RuleVersions: {
            data: {
                rule: components["schemas"]["ChangedRule"];
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                set_at: string;
                ruleset_from: number;
                /** @description Null: it is in force */
                ruleset_to: number | null;
            }[];
        };
        ChangedRule: {
            id: string;
            version: number;
            name: string;
            enabled: boolean;
            when: components["schemas"]["Condition"];
            then: {
                category_id?: string;
                counterparty?: string;
                attributes?: {
                    [key: string]: string;
                };
                /** @enum {boolean} */
                review?: true;
            };
            continue: boolean;
            origin: components["schemas"]["RuleOrigin"];
        };
        RuleSuggestions: {
            data: components["schemas"]["RuleSuggestion"][];
            /** @description Records read */
            sampled: number;
            /** @description Those of them that a person gave a category */
            labelled: number;
            /** @description Conditions whose precision was looked at: the more, the stricter each bound */
            looked_at: number;
        };
        RuleSuggestion: {
            id: string;
            rule: {
                name: string;
                enabled: boolean;
                when: components["schemas"]["Condition"];
                then: {
                    category_id?: string;
                    counterparty?: string;
                    attributes?: {
                        [key: string]: string;
                    };
                    /** @enum {boolean} */
                    review?: true;
                };
                continue: boolean;
            };
            category_id: string;
            /** @description Records that a person gave a category and that meet it */
            support: number;
            /** @description Those of them that got this category */
            right: number;
            /** @description Lower bound of its precision (Clopper and Pearson, one-sided), at a level that allows for all that was looked at */
            precision_at_least: number;
            /** @description Records that people gave another category, the latest */
            counter_examples: string[];
            /** @description Records that meet it and that no rule decides */
            coverage: number;
            examples: string[];
            effect: components["schemas"]["RuleEffect"];
        };
        RuleEffect: {
            /** @description Records that no rule decides and this one would */
            decides: number;
            /** @description Records that would become something else; what a person settled stays */
            changes: number;
            /** @description Those of them that people gave this category, and another */
            agreement: {
                right: number;
                wrong: number;
            };
            /** @description Those of them for which a person was asked */
            reviews_saved: number;
            /** @description The latest of the changes, fields by name */
            examples: {
                record_id: string;
                before: {
                    [key: string]: unknown;
                };
                after: {
                    [key: string]: unknown;
                };
            }[];
        };
        Backtest: {
            id: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            created_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            ended_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            activated_at: string | null;
            /** @description The rules that the changes start from */
            ruleset_version: number;
            /** @description As asked for; a new rule with the id that it will have */
            changes: {
                [key: string]: unknown;
            }[];
            progress: {
                scanned: number;
                total: number | null;
            };
            report: {
                /** @description Records that would change */
                changed: number;
                becomes: {
                    settled: number;
                    review: number;
                    undecided: number;
                    kept: number;
                };
                fields: {
                    [key: string]: number;
                };
                /** @description Records that a person settled, by what rules alone would say of them */
                agreement: {
                    before: {
                        right: number;
                        wrong: number;
                        undecided: number;
                    };
                    after: {
                        right: number;
                        wrong: number;
                        undecided: number;
                    };
                };
                reviews: {
                    saved: number;
                    added: number;
                };
                model_calls: {
                    saved: number;
                };
                rules: components["schemas"]["RuleReport"][];
            };
        };
        RuleReport: {
            rule_id: string;
            name: string;
            version: number;
            decides: number;
            changes: number;
            right: number;
            wrong: number;
            now_undecided: number;
            examples: {
                right: string[];
                wrong: string[];
                now_undecided: string[];
            };
        };
        BacktestRequest: {
            changes: components["schemas"]["RuleChange"][];
            /** @default {} */
            filter?: {
                /** @enum {string} */
                status?: "ingested" | "processed" | "approved" | "rejected" | "failed";
                /** @enum {string} */
                outcome?: "auto" | "needs_review";
                category?: string;
                connection?: string;
                /** @description Text in description or counterparty, case and accents aside */
                q?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` from this instant on
                 * @example 2026-03-31T09:30:00Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` before this instant
                 * @example 2026-03-31T09:30:00Z
                 */
                to?: string;
            };
            /** @description Part of the records; all where absent */
            sample_percent?: number;
        };
        RuleChange: {
            /** @enum {string} */
            op: "create";
            rule: components["schemas"]["RuleDefinition"];
            /**
             * @description 0 is first; last where absent
             * @default null
             */
            position?: number | null;
        } | {
            /** @enum {string} */
            op: "change";
            rule_id: string;
            change: components["schemas"]["RuleChanges"];
        } | {
            /** @enum {string} */
            op: "remove";
            rule_id: string;
        } | {
            /** @enum {string} */
            op: "reorder";
            rule_ids: string[];
        } | {
            /** @enum {string} */
            op: "restore";
            /** @description The rules become what they were in that version. A rule that was removed since gets a new id */
            ruleset_version: number;
        };
        RuleChanges: {
            name?: string;
            enabled?: boolean;
            when?: components["schemas"]["Condition"];
            then?: components["schemas"]["FieldsSet"];
            continue?: boolean;
        };
        RecordDiff: {
            record_id: string;
            /** @description Of a back-test the version compared, of a run the one written */
            record_version: number;
            /**
             * @description What becomes of the decision. `undecided` is told by back-tests only: no run takes a decision away
             * @enum {string}
             */
            becomes: "settled" | "review" | "undecided" | "kept";
            changes: components["schemas"]["FieldChange"][];
            undone: components["schemas"]["Undone"];
        };
        FieldChange: {
            field: string;
            /** @description Any JSON value */
            before?: unknown;
            /** @description Any JSON value */
            after?: unknown;
            /** @description The rule behind it; null where no rule sets it any more */
            rule_id: string | null;
            rule_version: number | null;
        };
        Undone: {
            restored: string[];
            left: {
                field: string;
                /** @enum {string} */
                because: "settled_by_person" | "decided_again" | "changed_again";
            }[];
        } | null;
        Activated: {
            ruleset_version: number;
            run_id: string | null;
        };
        Activation: {
            /** @default false */
            apply_to_history?: boolean;
        };
        RuleRun: {
            id: string;
            /** @enum {string} */
            state: "applying" | "applied" | "undoing" | "undone" | "failed";
            rule_id: string | null;
            backtest_id: string | null;
            ruleset_version: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            created_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            ended_at: string | null;
            undone_by: string | null;
            counts: {
                scanned: number;
                changed: number;
                /** @description Changed since they were shown, or of a category archived since, and so left */
                left: number;
                /** @description By an undo, taken back in full or in part */
                restored: number;
                /** @description Left by an undo, because all of it changed since */
                kept: number;
            };
        };
        ApplyRule: {
            /** @default {} */
            filter?: {
                /** @enum {string} */
                status?: "ingested" | "processed" | "approved" | "rejected" | "failed";
                /** @enum {string} */
                outcome?: "auto" | "needs_review";
                category?: string;
                connection?: string;
                /** @description Text in description or counterparty, case and accents aside */
                q?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` from this instant on
                 * @example 2026-03-31T09:30:00Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description `occurred_at` before this instant
                 * @example 2026-03-31T09:30:00Z
                 */
                to?: string;
            };
        };
        ApprovalWithRecord: {
            id: string;
            version: number;
            record_id: string;
            /** @enum {string} */
            state: "waiting" | "decided" | "withdrawn";
            /** @description The category that `approve` would give */
            suggestion: string | null;
            /**
             * @description Why a person is asked. `audit`: the record is settled, and chosen by chance to see whether that was right
             * @enum {string}
             */
            because: "rule_asks" | "nothing_alike" | "not_sure_enough" | "model_failed" | "model_undecided" | "audit";
            confidence: number;
            lease: {
                by: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                until: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            decision: {
                /** @enum {string} */
                verdict: "approve" | "override" | "reject";
                category_id: string | null;
                by: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                at: string;
                note: string | null;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            withdrawn_at: string | null;
            record: components["schemas"]["Record"];
            /** @description Categories to choose from, the likeliest first, three at most: `override` with one, or `approve` where it is the suggestion */
            candidates: {
                category_id: string;
                name: string;
                /** @enum {string} */
                source: "rule" | "similarity" | "model";
                score: number;
                /** @description What speaks for it against its rival, most first: `count` of the `of` approved records alike in `match` have the category */
                because: {
                    match: string;
                    count: number;
                    of: number;
                    weight: number;
                }[];
            }[];
        };
        Claim: {
            /** @default 10 */
            limit?: number;
            /** @default 300 */
            lease_seconds?: number;
        };
        Decided: {
            approval: components["schemas"]["Approval"];
            rule_id: string | null;
            draft: components["schemas"]["RuleDraft"];
        };
        Approval: {
            id: string;
            version: number;
            record_id: string;
            /** @enum {string} */
            state: "waiting" | "decided" | "withdrawn";
            /** @description The category that `approve` would give */
            suggestion: string | null;
            /**
             * @description Why a person is asked. `audit`: the record is settled, and chosen by chance to see whether that was right
             * @enum {string}
             */
            because: "rule_asks" | "nothing_alike" | "not_sure_enough" | "model_failed" | "model_undecided" | "audit";
            confidence: number;
            lease: {
                by: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                until: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            decision: {
                /** @enum {string} */
                verdict: "approve" | "override" | "reject";
                category_id: string | null;
                by: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                at: string;
                note: string | null;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            withdrawn_at: string | null;
        };
        RuleDraft: {
            rule: {
                name: string;
                enabled: boolean;
                when: components["schemas"]["Condition"];
                then: {
                    category_id?: string;
                    counterparty?: string;
                    attributes?: {
                        [key: string]: string;
                    };
                    /** @enum {boolean} */
                    review?: true;
                };
                continue: boolean;
            };
            effect: components["schemas"]["RuleEffect"];
        } | null;
        Decide: {
            /**
             * @description `approve` the suggestion, `override` with a category, or `reject`: the record is not one to sort
             * @enum {string}
             */
            verdict: "approve" | "override" | "reject";
            category_id?: string;
            note?: string | null;
            /** @description A rule to make along with it. `propose`, in a dry run: the one that the record and earlier decisions speak for */
            create_rule?: "propose" | components["schemas"]["RuleDefinition"];
            /**
             * @description Decide nothing and write nothing: show the rule and what it would have changed
             * @default false
             */
            dry_run?: boolean;
        };
        DecidedMany: {
            decided: components["schemas"]["Approval"][];
            refused: {
                approval_id: string;
                problem: components["schemas"]["PartProblem"];
            }[];
        };
        /** @description A problem of one part; the same in every repeat of the answer */
        PartProblem: {
            /**
             * @description Names the failure: https://balance.invalid/problems#<kind>
             * @example https://balance.invalid/problems#record.missing
             */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong where, at most 100 of them */
            errors?: {
                /**
                 * @description Where in the body (RFC 6901)
                 * @example /records/0/amount/minor
                 */
                pointer?: string;
                /** @description Which query parameter */
                parameter?: string;
                /** @description Where in YAML text, from 1 */
                line?: number;
                column?: number;
                /** @description Which header */
                header?: string;
                /** @example is missing */
                detail: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        DecideMany: {
            decisions: {
                approval_id: string;
                /**
                 * @description `approve` the suggestion, `override` with a category, or `reject`: the record is not one to sort
                 * @enum {string}
                 */
                verdict: "approve" | "override" | "reject";
                category_id?: string;
                note?: string | null;
            }[];
        };
        Quality: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            to: string;
            target_precision: number;
            /** @description Decisions; a record that was processed again was decided again */
            processed: number;
            settled: number;
            /** @description `settled` of `processed` */
            coverage: number | null;
            precision: components["schemas"]["Estimate"];
            steps: {
                /** @enum {string} */
                source: "rule" | "similarity" | "model";
                settled: number;
                /** @description The part of all that this step settled, and none before it */
                adds: number | null;
                precision: components["schemas"]["Estimate"] & unknown;
                audited: number;
                wrong: number;
                /** @description Wrong ones that people came across besides the audits */
                found_wrong: number;
                /** @description What the model was paid, in tokens and millionths of a US dollar, whether or not it settled the record; null for steps that pay nobody */
                cost: {
                    tokens: number;
                    micros: number;
                } | null;
            }[];
            calibration: {
                /** @enum {string} */
                source: "rule" | "similarity" | "model";
                /** @description How far scores and shares lie apart, over all bins */
                error: number;
                bins: {
                    from: number;
                    to: number;
                    mean_score: number;
                    right: components["schemas"]["Estimate"] & unknown;
                }[];
            }[];
            categories: {
                category_id: string;
                name: string | null;
                proposed: number;
                right: number;
                wrong: number;
                decided: number;
                precision: number | null;
                recall: number | null;
                confusions: {
                    /** @description Null: the record was rejected */
                    category_id: string | null;
                    n: number;
                }[];
            }[];
            targets: {
                target: number;
                threshold: number | null;
                /** @description The part of the judged proposals that would be settled */
                share: number | null;
            }[];
            /** @description How often the category decided was among those offered */
            candidates: {
                reviewed: number;
                hits: number;
                share: number | null;
            };
            trust: {
                /** @enum {string} */
                source: "rule" | "similarity" | "model";
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                dropped_at: string;
                /**
                 * Format: date-time
                 * @description Evidence from before does not count; null: all does again
                 * @example 2026-03-31T09:30:00.000Z
                 */
                distrusted_before: string | null;
            }[];
        };
        /** @description The part of what was settled that is right, by the audits; null where nothing was audited */
        Estimate: {
            share: number;
            low: number;
            high: number;
            /** @description How many were looked at */
            n: number;
        } | null;
        Event: {
            /** @description 1, 2, 3 … without a gap */
            seq: number;
            type: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            occurred_at: string;
            actor: string;
            source_agent: string;
            /** @description `{"erased": true}` where the content was erased */
            payload: {
                [key: string]: unknown;
            };
            /** @description Hashed with the payload; null where the content was erased, and in events of before there were salts */
            salt: string | null;
            /** @description SHA-256 over salt and payload; null in events of before there were salts */
            payload_hash: string | null;
            /** @description SHA-256 over this event and the hash before it */
            hash: string;
        };
        Checkpoint: {
            /** @description The last event's; 0 before the first */
            seq: number;
            /** @description The last event's; 64 zeros before the first */
            hash: string;
        };
        DeadLetter: {
            id: string;
            job_id: string;
            /** @enum {string} */
            queue: "records:ingest" | "records:process" | "reports:generate" | "integrations:pull" | "notifications:deliver" | "billing:sync";
            /** @example process_records */
            kind: string;
            /** @description The records it was about */
            record_ids: string[];
            delivery_id: string | null;
            records: number;
            /**
             * @description What failed, by name
             * @example PostgresError 23514
             */
            error_class: string;
            reason: string;
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            first_failed_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            died_at: string;
            /** @description W3C trace context of the request that caused the job */
            traceparent: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            replayed_at: string | null;
        };
        Replayed: {
            dry_run: boolean;
            dead_letter_ids: string[];
            /** @description Failed records that wait again */
            records: number;
            /** @description The filter lets more through than `limit` */
            more: boolean;
            /**
             * Format: date-time
             * @description When the last of them begins at the earliest
             * @example 2026-03-31T09:30:00.000Z
             */
            last_due_at: string | null;
        };
        Replay: {
            filter: {
                ids?: string[];
                /** @enum {string} */
                queue?: "records:ingest" | "records:process" | "reports:generate" | "integrations:pull" | "notifications:deliver" | "billing:sync";
                error_class?: string;
                /**
                 * Format: date-time
                 * @description `died_at` from this instant on
                 * @example 2026-03-31T09:30:00Z
                 */
                died_from?: string;
                /**
                 * Format: date-time
                 * @description `died_at` before this instant
                 * @example 2026-03-31T09:30:00Z
                 */
                died_to?: string;
            };
            /**
             * @description Only says what would be sent
             * @default false
             */
            dry_run?: boolean;
            /**
             * @description Jobs a second; null: all at once
             * @default null
             */
            per_second?: number | null;
            /** @default 100 */
            limit?: number;
        };
        Manifest: {
            name: string;
            title: string;
            settings: {
                [key: string]: unknown;
            };
            mapping: string;
        };
        RequestedPull: {
            run: number;
        };
        BegunAuthorisation: {
            authorization_url: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string;
        };
        Authorised: {
            connection_id: string;
            /** @enum {boolean} */
            authorised: true;
        };
        RevokedAuthorisation: {
            revoked_at_source: boolean;
        };
        CreatedConnection: components["schemas"]["Connection"] & {
            /** @description What was made to sign webhooks: told once, null where none was made */
            secret: string | null;
        };
        Connection: {
            id: string;
            version: number;
            name: string;
            /** @enum {string} */
            kind: "api" | "file" | "webhook" | "pull";
            /** @description What the kind needs to know of its source; no secrets */
            settings: {
                [key: string]: unknown;
            } | null;
            /** @description Where a webhook is sent to */
            hook_url: string | null;
            /** @description Records that name no connection are filed under it */
            is_default: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            archived_at: string | null;
        };
        NewConnection: {
            /** @enum {string} */
            kind?: "api";
            name: string;
        } | {
            /** @enum {string} */
            kind: "file";
            name: string;
        } | {
            /** @enum {string} */
            kind: "webhook";
            name: string;
            settings: {
                /**
                 * @description Standard Webhooks: headers webhook-id, webhook-timestamp, webhook-signature
                 * @enum {string}
                 */
                scheme: "standard";
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                tolerance_s?: number;
            } | {
                /**
                 * @description Stripe-Signature with t and v1; the id of the event is in the body
                 * @enum {string}
                 */
                scheme: "stripe";
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                tolerance_s?: number;
            } | {
                /**
                 * @description X-Hub-Signature-256 over the body, X-GitHub-Delivery; no time is signed
                 * @enum {string}
                 */
                scheme: "github";
            } | {
                /**
                 * @description HMAC over the body, or over `<time>.<body>` where a header tells the time
                 * @enum {string}
                 */
                scheme: "hmac";
                /**
                 * @default sha256
                 * @enum {string}
                 */
                algorithm?: "sha256" | "sha512";
                /**
                 * @default hex
                 * @enum {string}
                 */
                encoding?: "hex" | "base64";
                signature_header: string;
                /** @default  */
                signature_prefix?: string;
                /** @description Unix seconds */
                timestamp_header?: string;
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                tolerance_s?: number;
                id_header?: string;
                /** @description Where the body has the id; the hash of the body where neither tells one */
                id_pointer?: string;
            };
            /** @description What signs webhooks (made for you where you name none), or the secret of the bearer or of the OAuth client; never told again */
            secret?: string;
        } | {
            /** @enum {string} */
            kind: "pull";
            name: string;
            /**
             * @description A source that is known, in the place of settings
             * @enum {string}
             */
            manifest?: "mollie_payments" | "stripe_balance_transactions";
            settings?: {
                auth: {
                    /**
                     * @description A secret of yours goes with each request
                     * @enum {string}
                     */
                    kind: "bearer";
                } | {
                    /**
                     * @description Authorisation code with PKCE (RFC 6749, RFC 7636)
                     * @enum {string}
                     */
                    kind: "oauth2";
                    /** @description Held against `iss` in the answer (RFC 9207) */
                    issuer?: string;
                    authorization_endpoint: string;
                    token_endpoint: string;
                    revocation_endpoint?: string;
                    client_id: string;
                    /**
                     * @default basic
                     * @enum {string}
                     */
                    client_auth?: "basic" | "post" | "none";
                    /** @default [] */
                    scopes?: string[];
                    /**
                     * @description More of the authorisation request
                     * @default {}
                     */
                    parameters?: {
                        [key: string]: string;
                    };
                };
                list: {
                    url: string;
                    /** @default {} */
                    query?: {
                        [key: string]: string;
                    };
                    /** @default {} */
                    headers?: {
                        [key: string]: string;
                    };
                    /** @description Where an answer has its list of items */
                    items: string;
                    /** @description Where an item has its id */
                    id: string;
                };
                paging: {
                    /** @enum {string} */
                    style: "none";
                } | {
                    /**
                     * @description The answer tells the next cursor
                     * @enum {string}
                     */
                    style: "cursor";
                    parameter: string;
                    next: string;
                } | {
                    /**
                     * @description The next page begins after the last item's id
                     * @enum {string}
                     */
                    style: "last_id";
                    parameter: string;
                    has_more: string;
                } | {
                    /**
                     * @description Pages have numbers, from 1
                     * @enum {string}
                     */
                    style: "page";
                    parameter: string;
                } | {
                    /**
                     * @description The answer tells the next page's address, of the same origin
                     * @enum {string}
                     */
                    style: "url";
                    next: string;
                } | {
                    /**
                     * @description A Link header with rel=next (RFC 8288), of the same origin
                     * @enum {string}
                     */
                    style: "link";
                };
                /** @description How only what is new is asked for */
                since?: {
                    parameter: string;
                    /** @description Where an item has its time */
                    pointer: string;
                    /**
                     * @description Of the item's time and of the parameter
                     * @enum {string}
                     */
                    format: "rfc3339" | "unix" | "date";
                    /**
                     * @description So much is asked for again, for what came late
                     * @default 86400
                     */
                    overlap_s?: number;
                };
                /** @default 60 */
                every_minutes?: number;
            };
            /** @description What signs webhooks (made for you where you name none), or the secret of the bearer or of the OAuth client; never told again */
            secret?: string;
        };
        ConnectionChange: {
            name?: string;
            /** @description Of a webhook: how it is signed from now on */
            signing?: {
                /**
                 * @description Standard Webhooks: headers webhook-id, webhook-timestamp, webhook-signature
                 * @enum {string}
                 */
                scheme: "standard";
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                tolerance_s?: number;
            } | {
                /**
                 * @description Stripe-Signature with t and v1; the id of the event is in the body
                 * @enum {string}
                 */
                scheme: "stripe";
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                tolerance_s?: number;
            } | {
                /**
                 * @description X-Hub-Signature-256 over the body, X-GitHub-Delivery; no time is signed
                 * @enum {string}
                 */
                scheme: "github";
            } | {
                /**
                 * @description HMAC over the body, or over `<time>.<body>` where a header tells the time
                 * @enum {string}
                 */
                scheme: "hmac";
                /**
                 * @default sha256
                 * @enum {string}
                 */
                algorithm?: "sha256" | "sha512";
                /**
                 * @default hex
                 * @enum {string}
                 */
                encoding?: "hex" | "base64";
                signature_header: string;
                /** @default  */
                signature_prefix?: string;
                /** @description Unix seconds */
                timestamp_header?: string;
                /**
                 * @description Seconds by which the signed time may be early or late
                 * @default 300
                 */
                tolerance_s?: number;
                id_header?: string;
                /** @description Where the body has the id; the hash of the body where neither tells one */
                id_pointer?: string;
            };
            /** @description Of a pull: where it fetches from now on */
            source?: {
                auth: {
                    /**
                     * @description A secret of yours goes with each request
                     * @enum {string}
                     */
                    kind: "bearer";
                } | {
                    /**
                     * @description Authorisation code with PKCE (RFC 6749, RFC 7636)
                     * @enum {string}
                     */
                    kind: "oauth2";
                    /** @description Held against `iss` in the answer (RFC 9207) */
                    issuer?: string;
                    authorization_endpoint: string;
                    token_endpoint: string;
                    revocation_endpoint?: string;
                    client_id: string;
                    /**
                     * @default basic
                     * @enum {string}
                     */
                    client_auth?: "basic" | "post" | "none";
                    /** @default [] */
                    scopes?: string[];
                    /**
                     * @description More of the authorisation request
                     * @default {}
                     */
                    parameters?: {
                        [key: string]: string;
                    };
                };
                list: {
                    url: string;
                    /** @default {} */
                    query?: {
                        [key: string]: string;
                    };
                    /** @default {} */
                    headers?: {
                        [key: string]: string;
                    };
                    /** @description Where an answer has its list of items */
                    items: string;
                    /** @description Where an item has its id */
                    id: string;
                };
                paging: {
                    /** @enum {string} */
                    style: "none";
                } | {
                    /**
                     * @description The answer tells the next cursor
                     * @enum {string}
                     */
                    style: "cursor";
                    parameter: string;
                    next: string;
                } | {
                    /**
                     * @description The next page begins after the last item's id
                     * @enum {string}
                     */
                    style: "last_id";
                    parameter: string;
                    has_more: string;
                } | {
                    /**
                     * @description Pages have numbers, from 1
                     * @enum {string}
                     */
                    style: "page";
                    parameter: string;
                } | {
                    /**
                     * @description The answer tells the next page's address, of the same origin
                     * @enum {string}
                     */
                    style: "url";
                    next: string;
                } | {
                    /**
                     * @description A Link header with rel=next (RFC 8288), of the same origin
                     * @enum {string}
                     */
                    style: "link";
                };
                /** @description How only what is new is asked for */
                since?: {
                    parameter: string;
                    /** @description Where an item has its time */
                    pointer: string;
                    /**
                     * @description Of the item's time and of the parameter
                     * @enum {string}
                     */
                    format: "rfc3339" | "unix" | "date";
                    /**
                     * @description So much is asked for again, for what came late
                     * @default 86400
                     */
                    overlap_s?: number;
                };
                /** @default 60 */
                every_minutes?: number;
            };
            archived?: boolean;
        };
        ConnectionSecret: {
            secret: string | null;
        };
        NewConnectionSecret: {
            secret?: string;
        };
        ConnectionHealth: {
            connection_id: string;
            /** @enum {string} */
            state: "healthy" | "degraded" | "broken" | "needs_reauth" | "paused";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            since: string;
            failures_in_row: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            last_success_at: string | null;
            /** @description Seconds since the last success; null before the first */
            lag_s: number | null;
            last_failure: {
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                at: string;
                /** @enum {string} */
                cause: "unreachable" | "server_error" | "rate_limited" | "unauthorised" | "revoked" | "refused" | "rejected" | "too_large" | "unreadable" | "endless" | "unmapped";
                /** @description A code or a status; never what the other side wrote */
                detail: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            next_try_at: string | null;
            payloads: {
                waiting: number;
                taken_in: number;
                failed: number;
                conflict: number;
            };
            pull: {
                running: boolean;
                pages_read: number;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                next_at: string | null;
                authorised: boolean;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                grant_expires_at: string | null;
            } | null;
        };
        Mapping: {
            id: string;
            connection_id: string;
            number: number;
            expression: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            created_by: string;
        };
        NewMapping: {
            /**
             * @description JSONata 2: makes a record of a payload, a list of them, or nothing
             * @example { "external_id": id, "description": memo, "amount": { "value": total, "currency": currency } }
             */
            expression: string;
        };
        TriedMapping: {
            /** @description Any JSON value */
            made?: unknown;
            records: components["schemas"]["MappedRecord"][];
            failure: ({
                kind: string;
                title: string;
                errors: {
                    pointer: string;
                    detail: string;
                }[];
            } & {
                [key: string]: unknown;
            }) | null;
        };
        MappedRecord: {
            external_id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            occurred_at: string | null;
            description: string;
            counterparty: string | null;
            amount: {
                /** @description Minor units; text beyond 2^53 */
                minor: number | string;
                currency: string;
            } | null;
            attributes: {
                [key: string]: string | number | boolean | null;
            };
            pending: boolean;
            supersedes: string | null;
        };
        MappingTrial: {
            /**
             * @description JSONata 2: makes a record of a payload, a list of them, or nothing
             * @example { "external_id": id, "description": memo, "amount": { "value": total, "currency": currency } }
             */
            expression?: string;
            payload_id?: string;
            /** @description Any JSON value */
            payload?: unknown;
        };
        ComparedPayload: {
            payload_id: string;
            records: {
                external_id: string;
                /**
                 * @description `gone`: this mapping makes no such record; it would stay as it is
                 * @enum {string}
                 */
                change: "same" | "changed" | "new" | "gone";
                /** @description The fields that differ, as they were made */
                before: {
                    [key: string]: unknown;
                } | null;
                after: {
                    [key: string]: unknown;
                } | null;
            }[];
            failure: {
                kind: string;
                detail: string;
            } | null;
        };
        MappingComparison: {
            /** @description The mapping in force where absent */
            expression?: string;
            /** @default 50 */
            limit?: number;
            /** @description The `next_cursor` of the page before */
            cursor?: string;
        };
        RequestedRemap: {
            mapping_number: number;
        };
        Payload: {
            id: string;
            connection_id: string;
            /** @description The sender's id of the event or the item */
            external_id: string;
            sha256: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            received_at: string;
            /**
             * @description `conflict`: its id was used for another body before; kept, and taken in only when it is replayed
             * @enum {string}
             */
            state: "waiting" | "taken_in" | "failed" | "conflict";
            failure: {
                kind: string;
                detail: string;
            } | null;
            /** @description The mapping that was used last; 0: none was made yet */
            mapping_number: number | null;
            record_ids: string[];
        };
        PayloadInFull: components["schemas"]["Payload"] & {
            /** @description As it came; null once it was kept long enough, or erased */
            body: string | null;
        };
        ReplayedPayloads: {
            replayed: number;
        };
        NotificationEndpointWithSecret: {
            id: string;
            version: number;
            url: string;
            description: string;
            kinds: ("intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled")[];
            enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            disabled_at: string | null;
            /**
             * @description `asked`: by somebody; `gone`: it answered 410; `failing`: nothing went well for five days
             * @enum {string|null}
             */
            disabled_for: "asked" | "gone" | "failing" | null;
            /**
             * Format: date-time
             * @description Since when no attempt went well
             * @example 2026-03-31T09:30:00.000Z
             */
            failing_since: string | null;
            /** @description Deliveries in a row that were given up */
            exhausted: number;
            /**
             * Format: date-time
             * @description Until when the secret before the newest signs too
             * @example 2026-03-31T09:30:00.000Z
             */
            secret_overlap_until: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /** @description `whsec_` and 32 bytes as base64, as Standard Webhooks has it */
            secret: string | null;
        };
        NewNotificationEndpoint: {
            /**
             * @description Only addresses of the open internet are reached, by https, unless the operator allows others
             * @example https://hooks.foxglove.example/balance
             */
            url: string;
            /** @default  */
            description?: string;
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
            kinds?: ("intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled")[];
        };
        NotificationEndpoint: {
            id: string;
            version: number;
            url: string;
            description: string;
            kinds: ("intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled")[];
            enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            disabled_at: string | null;
            /**
             * @description `asked`: by somebody; `gone`: it answered 410; `failing`: nothing went well for five days
             * @enum {string|null}
             */
            disabled_for: "asked" | "gone" | "failing" | null;
            /**
             * Format: date-time
             * @description Since when no attempt went well
             * @example 2026-03-31T09:30:00.000Z
             */
            failing_since: string | null;
            /** @description Deliveries in a row that were given up */
            exhausted: number;
            /**
             * Format: date-time
             * @description Until when the secret before the newest signs too
             * @example 2026-03-31T09:30:00.000Z
             */
            secret_overlap_until: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        NotificationEndpointChange: {
            /**
             * @description Only addresses of the open internet are reached, by https, unless the operator allows others
             * @example https://hooks.foxglove.example/balance
             */
            url: string;
            description: string;
            kinds: ("intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled")[];
            enabled: boolean;
        };
        SecretRotation: {
            /** @default 86400 */
            overlap_s?: number;
        };
        NoticePreferences: {
            /**
             * @description `off`: the operator has set no mail server; nothing goes out
             * @enum {string}
             */
            email: "on" | "off";
            modes: {
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                intake_failed: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                import_failed: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                processing_failed: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                connection_degraded: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                connection_restored: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                limit_near: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                limit_reached: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                subscription_changed: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                report_ready: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                rule_flagged: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                review_queue_old: "off" | "immediate" | "daily";
                /**
                 * @description `daily`: with all others of the day, in one e-mail
                 * @enum {string}
                 */
                endpoint_disabled: "off" | "immediate" | "daily";
            };
            /** @description The kinds that were chosen; the others are as the role has them */
            chosen: ("intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled")[];
        };
        NewNoticePreferences: {
            modes: {
                /** @enum {string} */
                intake_failed: "off" | "immediate" | "daily";
                /** @enum {string} */
                import_failed: "off" | "immediate" | "daily";
                /** @enum {string} */
                processing_failed: "off" | "immediate" | "daily";
                /** @enum {string} */
                connection_degraded: "off" | "immediate" | "daily";
                /** @enum {string} */
                connection_restored: "off" | "immediate" | "daily";
                /** @enum {string} */
                limit_near: "off" | "immediate" | "daily";
                /** @enum {string} */
                limit_reached: "off" | "immediate" | "daily";
                /** @enum {string} */
                subscription_changed: "off" | "immediate" | "daily";
                /** @enum {string} */
                report_ready: "off" | "immediate" | "daily";
                /** @enum {string} */
                rule_flagged: "off" | "immediate" | "daily";
                /** @enum {string} */
                review_queue_old: "off" | "immediate" | "daily";
                /** @enum {string} */
                endpoint_disabled: "off" | "immediate" | "daily";
            };
        };
        NotificationSettings: {
            /** @description The hour (UTC) at which daily digests go out */
            digest_hour: number;
            /** @description An approval that waits for so many days is told of */
            review_queue_days: number;
        };
        NewNotificationSettings: {
            /** @description The hour (UTC) at which daily digests go out */
            digest_hour: number;
            /** @description An approval that waits for so many days is told of */
            review_queue_days: number;
        };
        Notice: {
            id: string;
            /** @enum {string} */
            kind: "intake_failed" | "import_failed" | "processing_failed" | "connection_degraded" | "connection_restored" | "limit_near" | "limit_reached" | "subscription_changed" | "report_ready" | "rule_flagged" | "review_queue_old" | "endpoint_disabled" | "test";
            title: string;
            /** @description Where to look */
            path: string;
            facts: {
                [key: string]: string | number | null;
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            opened_at: string;
            /**
             * Format: date-time
             * @description When the incident is over, which may be a time to come; null: until something ends it
             * @example 2026-03-31T09:30:00.000Z
             */
            closed_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            last_at: string;
            /** @description How often it happened */
            count: number;
        };
        NoticeDelivery: {
            /** @description The message's `webhook-id`, too */
            id: string;
            notice_ids: string[];
            /** @enum {string} */
            form: "notice" | "hourly_digest" | "daily_digest";
            /** @enum {string} */
            channel: "webhook" | "email";
            endpoint_id: string | null;
            member_id: string | null;
            /**
             * @description `failed`: no other attempt follows; `skipped`: the receiver is gone, disabled, or wants none of it
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed" | "skipped";
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            next_attempt_at: string | null;
            /** @description What the receiver last answered: a status of HTTP or of SMTP */
            last_code: number | null;
            last_failure: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            ended_at: string | null;
        };
        Session: {
            tenant_id: string;
            actor: {
                /** @enum {string} */
                kind: "member" | "api_key";
                id: string;
            };
            /** @enum {string} */
            role: "owner" | "admin" | "reviewer" | "viewer" | "agent";
            member: {
                email: string;
                name: string;
            } | null;
            /** @description What is allowed */
            actions: string[];
            /**
             * Format: date-time
             * @description When the session ends; null for an API key
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string | null;
        };
        Member: {
            id: string;
            version: number;
            email: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "admin" | "reviewer" | "viewer";
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        NewMember: {
            /** Format: email */
            email: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "admin" | "reviewer" | "viewer";
        };
        MemberChange: {
            name?: string;
            /** @enum {string} */
            role?: "owner" | "admin" | "reviewer" | "viewer";
        };
        MemberData: {
            member: {
                id: string;
                email: string;
                name: string;
                /** @enum {string} */
                role: "owner" | "admin" | "reviewer" | "viewer";
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                removed_at: string | null;
            };
            events: components["schemas"]["Event"][];
            next_after: number | null;
        };
        NewInvitationWithCode: {
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "admin" | "reviewer" | "viewer";
            /** @enum {string} */
            state: "standing" | "accepted" | "revoked" | "expired";
            /** @description A member's or a key's id */
            invited_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            accepted_at: string | null;
            accepted_by: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            revoked_at: string | null;
            code: string | null;
            link: string | null;
        };
        NewInvitation: {
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "owner" | "admin" | "reviewer" | "viewer";
        };
        Invitation: {
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "admin" | "reviewer" | "viewer";
            /** @enum {string} */
            state: "standing" | "accepted" | "revoked" | "expired";
            /** @description A member's or a key's id */
            invited_by: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            accepted_at: string | null;
            accepted_by: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            revoked_at: string | null;
        };
        NewApiKeyWithSecret: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "admin" | "reviewer" | "viewer" | "agent";
            scopes: string[];
            source_agent: string;
            /**
             * @description The first characters of the secret
             * @example bal_0Kx3mQ
             */
            hint: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            revoked_at: string | null;
            /**
             * Format: date-time
             * @description To a minute or so; null: never
             * @example 2026-03-31T09:30:00.000Z
             */
            last_used_at: string | null;
            /** @description The key that it was made in place of, by rotation */
            replaces: string | null;
            /** @description The key that was made in its place, by rotation */
            replaced_by: string | null;
            secret: string | null;
        };
        NewApiKey: {
            name: string;
            /**
             * @description `agent`: just what `scopes` name
             * @enum {string}
             */
            role: "owner" | "admin" | "reviewer" | "viewer" | "agent";
            /** @default [] */
            scopes?: ("records.read" | "records.write" | "records.correct" | "receipts.read" | "receipts.write" | "categories.read" | "categories.write" | "rules.read" | "rules.write" | "approvals.read" | "approvals.decide" | "quality.read" | "events.read" | "dead_letters.read" | "dead_letters.replay" | "connections.read" | "connections.write" | "notifications.read" | "notifications.write" | "tenant.read" | "tenant.write" | "members.read" | "members.write" | "api_keys.read" | "api_keys.write" | "privacy.read" | "privacy.erase" | "tenant.erase" | "billing.read" | "billing.write")[];
            /**
             * @description What events written through this key name as their source
             * @default balance
             */
            source_agent?: string;
            /**
             * Format: date-time
             * @description A date alone is taken as midnight UTC
             * @example 2026-03-31T09:30:00Z
             */
            expires_at?: string;
        };
        ApiKey: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "admin" | "reviewer" | "viewer" | "agent";
            scopes: string[];
            source_agent: string;
            /**
             * @description The first characters of the secret
             * @example bal_0Kx3mQ
             */
            hint: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            revoked_at: string | null;
            /**
             * Format: date-time
             * @description To a minute or so; null: never
             * @example 2026-03-31T09:30:00.000Z
             */
            last_used_at: string | null;
            /** @description The key that it was made in place of, by rotation */
            replaces: string | null;
            /** @description The key that was made in its place, by rotation */
            replaced_by: string | null;
        };
        Rotation: {
            /** @default 86400 */
            overlap_s?: number;
        };
        Tenant: {
            id: string;
            version: number;
            name: string;
            target_precision: number;
            audit_rate: number;
            similarity_threshold: number | null;
            context_attributes: string[];
            require_backtest: boolean;
            llm: components["schemas"]["Llm"];
            retention: components["schemas"]["Retention"];
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
        };
        Llm: {
            enabled: boolean;
            model: string | null;
            prompt_version: number | null;
            temperature: number | null;
            tokens_per_month: number | null;
            /**
             * @description US dollars, exact to a millionth
             * @example 10.00
             */
            usd_per_month: string | null;
        };
        Retention: {
            raw_payloads_days: number | null;
            deliveries_days: number | null;
            idempotency_days: number | null;
            model_answers_days: number | null;
            dead_letters_days: number | null;
            invitations_days: number | null;
        };
        TenantChange: {
            name?: string;
            /** @description The part of what is settled without a person that must be right */
            target_precision?: number;
            /** @description The part of what was settled without a person that people are asked about all the same */
            audit_rate?: number;
            /** @description A score from which proposals from approved records settle whatever was learned; null: the score that keeps the target precision */
            similarity_threshold?: number | null;
            /**
             * @description Attributes that tell equal texts apart
             * @example [
             *       "unit",
             *       "cost_centre"
             *     ]
             */
            context_attributes?: string[];
            /** @description Whether rules change only by activating a back-test of the change */
            require_backtest?: boolean;
            llm?: components["schemas"]["LlmChange"];
            retention?: components["schemas"]["RetentionChange"];
        };
        LlmChange: {
            enabled?: boolean;
            /** @description A model of the service's provider; null: the service's own */
            model?: string | null;
            /**
             * @description null: the newest
             * @example 1
             * @enum {integer|null}
             */
            prompt_version?: 1 | null;
            /** @description null: the provider's own */
            temperature?: number | null;
            /** @description Of input and output together; null: no limit */
            tokens_per_month?: number | null;
            /**
             * @description null: no limit
             * @example 25.00
             */
            usd_per_month?: string;
        };
        /** @description Whole days; null: for ever */
        RetentionChange: {
            raw_payloads_days?: number | null;
            deliveries_days?: number | null;
            idempotency_days?: number | null;
            model_answers_days?: number | null;
            dead_letters_days?: number | null;
            invitations_days?: number | null;
        };
        TenantErased: {
            tenant_id: string;
        };
        TenantErasure: {
            /** @description The tenant's name */
            confirm: string;
        };
        LlmUsage: {
            current: {
                /** @example 2026-03 */
                month: string;
                tokens: number;
                /**
                 * @description US dollars, exact to a millionth
                 * @example 10.00
                 */
                usd: string;
                calls: number;
                answered: number;
                failed: number;
                /** @description Records whose answer was known, which cost nothing */
                cached: number;
                tokens_limit: number | null;
                /**
                 * @description US dollars, exact to a millionth
                 * @example 10.00
                 */
                usd_limit: string | null;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                resets_at: string;
            };
            earlier: {
                /** @example 2026-03 */
                month: string;
                tokens: number;
                /**
                 * @description US dollars, exact to a millionth
                 * @example 10.00
                 */
                usd: string;
                calls: number;
                answered: number;
                failed: number;
                /** @description Records whose answer was known, which cost nothing */
                cached: number;
            }[];
        };
        Billing: {
            provider: string;
            /** @enum {string} */
            state: "trialing" | "active" | "past_due" | "suspended" | "canceled";
            plan: components["schemas"]["Plan"];
            /**
             * Format: date-time
             * @description When state and plan were learned; null until the log tells of them
             * @example 2026-03-31T09:30:00.000Z
             */
            since: string | null;
            /**
             * Format: date-time
             * @description Of a payment that failed: until when everything works
             * @example 2026-03-31T09:30:00.000Z
             */
            grace_ends_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            trial_ends_at: string | null;
            /**
             * Format: date-time
             * @description When the subscription ends, unless somebody changes that
             * @example 2026-03-31T09:30:00.000Z
             */
            ends_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            next_invoice_at: string | null;
            /**
             * Format: date-time
             * @description When the payment provider was asked last
             * @example 2026-03-31T09:30:00.000Z
             */
            asked_at: string | null;
            usage: {
                /** @enum {string} */
                what: "records" | "llm_tokens" | "members" | "connections";
                used: number;
                /** @description Null: as much as one likes */
                limit: number | null;
                /**
                 * Format: date-time
                 * @example 2026-03-31T09:30:00.000Z
                 */
                resets_at: string | null;
            }[];
            /** @description What can be bought */
            plans: components["schemas"]["Plan"][];
        };
        /** @description The plan whose limits count; null: everything can be read and nothing else done */
        Plan: {
            id: string;
            name: string;
            /** @description Null: as much as one likes */
            records_per_month: number | null;
            /** @description Null: as much as one likes */
            members: number | null;
            /** @description Null: as much as one likes */
            connections: number | null;
            /** @description Null: as much as one likes */
            llm_tokens_per_month: number | null;
            /** @description Null: as much as one likes */
            retention_days: number | null;
            features: ("language_model" | "pull_connections" | "notification_webhooks")[];
            trial_days: number;
            /**
             * @description How often it can be paid: what a checkout may name
             * @example [
             *       "month",
             *       "year"
             *     ]
             */
            intervals: string[];
        } | null;
        CheckoutPage: {
            url: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            expires_at: string | null;
        };
        Checkout: {
            plan: string;
            interval?: string;
            /**
             * Format: uri
             * @description Where the person goes afterwards; this service unless named
             */
            return_url?: string;
        };
        PortalPage: {
            url: string;
        };
        Portal: {
            /**
             * Format: uri
             * @description Where the person goes afterwards; this service unless named
             */
            return_url?: string;
        };
        Invoice: {
            id: string;
            number: string | null;
            /** @enum {string} */
            status: "draft" | "open" | "paid" | "void" | "uncollectible";
            total: {
                minor: string;
                currency: string;
            };
            /**
             * Format: date-time
             * @example 2026-03-31T09:30:00.000Z
             */
            created_at: string;
            /** @description Where the provider shows it */
            url: string | null;
        };
        SubjectFound: {
            data: {
                record_id: string;
                places: ("external_id" | "description" | "counterparty" | "attributes" | "raw" | "conflicts" | "note" | "trace")[];
            }[];
            /** @description Rules in force; on the first page */
            rule_ids: string[];
            /** @description Members, also those who left; on the first page */
            member_ids: string[];
            /** @description Records looked at */
            searched: number;
            next_cursor: string | null;
        };
        FindSubject: {
            terms: string[];
            /**
             * @description Records to look at
             * @default 1000
             */
            limit?: number;
            /** @description The `next_cursor` of the page before */
            cursor?: string;
        };
        ErasureRequested: {
            records: number;
            /** @description Records that are not there */
            missing: string[];
        };
        Erasure: {
            record_ids?: string[];
            /** @description Also the external ids of the records: one that is sent again is a new record then */
            external_ids?: boolean;
            member_id?: string;
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
    get_api_v1_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who asks */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    post_api_v1_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description The session, in a cookie unless asked for otherwise */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The session, unless it is asked for as a token */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSession"];
                };
            };
        };
    };
    delete_api_v1_session: {
        parameters: {
            query?: {
                /** @description `true`: every session of the member, on all devices */
                everywhere?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session opens nothing any more */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_api_v1_invitations_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "balinv_0000000000000000000000000000000000000000000000000000000000000000",
                 *       "name": "Bo Baxter"
                 *     }
                 */
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description The new member's first session */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The session, unless it is asked for as a token */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSession"];
                };
            };
        };
    };
    get_api_v1_records: {
        parameters: {
            query?: {
                status?: "ingested" | "processed" | "approved" | "rejected" | "failed";
                outcome?: "auto" | "needs_review";
                category?: string;
                connection?: string;
                /** @description Text in description or counterparty, case and accents aside */
                q?: string;
                /** @description `occurred_at` from this instant on */
                from?: string;
                /** @description `occurred_at` before this instant */
                to?: string;
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of records */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ListedRecord"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_records: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
                /** @description `respond-async`: keep it now, take it in afterwards */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    records: components["schemas"]["NewRecord"][];
                };
            };
        };
        responses: {
            /** @description Taken in, to be processed; or kept as a delivery */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Intake"] | components["schemas"]["KeptDelivery"];
                };
            };
        };
    };
    get_api_v1_records_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record in full */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordInFull"];
                };
            };
        };
    };
    patch_api_v1_records_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "counterparty": "Timber Yard Ltd"
                 *     }
                 */
                "application/json": components["schemas"]["Correction"];
            };
        };
        responses: {
            /** @description The record as corrected */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
        };
    };
    get_api_v1_records_id_explain: {
        parameters: {
            query?: {
                /** @description As it was then; now where absent */
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why the record is where it is */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
        };
    };
    post_api_v1_records_reprocess: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "outcome": "needs_review"
                 *       },
                 *       "limit": 1000
                 *     }
                 */
                "application/json": components["schemas"]["Reprocess"];
            };
        };
        responses: {
            /** @description How many were sent through again */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requeued": 12,
                     *       "skipped": 3,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["Requeued"];
                };
            };
        };
    };
    get_api_v1_conflicts: {
        parameters: {
            query?: {
                status?: "open" | "resolved";
                connection_id?: string;
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of conflicts */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Conflict"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    get_api_v1_conflicts_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both versions */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictInFull"];
                };
            };
        };
    };
    post_api_v1_conflicts_id_resolve: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "verdict": "keep_old"
                 *     }
                 */
                "application/json": components["schemas"]["ConflictVerdict"];
            };
        };
        responses: {
            /** @description The conflict as resolved */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictInFull"];
                };
            };
        };
    };
    get_api_v1_receipts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
                record_id?: string;
                status?: "waiting" | "attached";
                sha256?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of receipts */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Receipt"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_receipts: {
        parameters: {
            query?: {
                record_id?: string;
                file_name?: string;
                /** @description What was paid; needs `currency` */
                amount_minor?: string;
                currency?: string;
                /** @description A date alone is taken as midnight UTC */
                occurred_at?: string;
                counterparty?: string;
            };
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
                "image/heic": string;
                "image/gif": string;
            };
        };
        responses: {
            /** @description The receipt with these bytes, which was there already */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The new receipt */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    post_api_v1_receipts_from_url: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://shop.example/invoices/17.pdf"
                 *     }
                 */
                "application/json": components["schemas"]["ReceiptAddress"];
            };
        };
        responses: {
            /** @description The receipt with these bytes, which was there already */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The new receipt */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    post_api_v1_receipts_upload_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bytes": 48213,
                 *       "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                 *       "content_type": "application/pdf"
                 *     }
                 */
                "application/json": components["schemas"]["ReceiptUpload"];
            };
        };
        responses: {
            /** @description Where to send it */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunReceiptUpload"];
                };
            };
        };
    };
    post_api_v1_receipts_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "upload_id": "upl_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *     }
                 */
                "application/json": components["schemas"]["CompletedReceiptUpload"];
            };
        };
        responses: {
            /** @description The receipt with these bytes, which was there already */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The new receipt */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    get_api_v1_receipts_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    delete_api_v1_receipts_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not there any more */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_api_v1_receipts_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attach": [
                 *         "rec_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReceiptChange"];
            };
        };
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    get_api_v1_receipts_id_proposals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposals */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptProposals"];
                };
            };
        };
    };
    get_api_v1_receipts_id_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptLink"];
                };
            };
        };
    };
    get_api_v1_deliveries_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery and, once taken in, what became of it */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    post_api_v1_deliveries_id_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, which waits again */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    post_api_v1_records_import: {
        parameters: {
            query?: {
                /** @description The tenant's default connection where absent */
                connection_id?: string;
                file_name?: string;
                format?: "auto" | "csv" | "ndjson" | "ofx" | "camt053" | "mt940";
                /** @description For CSV; columns are found by evidence where absent */
                mapping_id?: string;
                /** @description For CSV: of amounts whose currency the file does not tell */
                currency?: string;
            };
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Kept, to be taken in */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    post_api_v1_records_import_preview: {
        parameters: {
            query?: {
                format?: "auto" | "csv" | "ndjson" | "ofx" | "camt053" | "mt940";
                /** @description For CSV; columns are found by evidence where absent */
                mapping_id?: string;
                /** @description For CSV: of amounts whose currency the file does not tell */
                currency?: string;
            };
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What it would be taken for */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    get_api_v1_imports: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Import"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    get_api_v1_imports_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportInFull"];
                };
            };
        };
    };
    get_api_v1_imports_id_bad_rows: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of remarks */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ImportRemark"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    get_api_v1_import_mappings: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of mappings */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CsvMapping"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_import_mappings: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["NewCsvMapping"];
            };
        };
        responses: {
            /** @description The mapping */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvMapping"];
                };
            };
        };
    };
    get_api_v1_import_mappings_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mapping */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvMapping"];
                };
            };
        };
    };
    get_api_v1_categories: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of categories */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Category"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_categories: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Travel"
                 *     }
                 */
                "application/json": components["schemas"]["NewCategories"];
            };
        };
        responses: {
            /** @description The category; of several, `{ data }` in the order given */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"] | {
                        data: components["schemas"]["Category"][];
                    };
                };
            };
        };
    };
    get_api_v1_categories_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The category */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
        };
    };
    patch_api_v1_categories_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "archived": true
                 *     }
                 */
                "application/json": components["schemas"]["CategoryChange"];
            };
        };
        responses: {
            /** @description The category as changed */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
        };
    };
    get_api_v1_rules: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
                /** @description As it was then; a date alone is its midnight in UTC */
                at?: string;
                ruleset_version?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rules, and the version of the whole set */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Rule"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                        ruleset_version: number;
                    };
                };
            };
        };
    };
    post_api_v1_rules: {
        parameters: {
            query?: {
                /** @description 0 is first; last where absent */
                position?: number;
            };
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["RuleDefinition"];
            };
        };
        responses: {
            /** @description The rule */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    put_api_v1_rules_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rule_ids": [
                 *         "rule_01kx2m6v9dfk3tqz8w5y7r4b1d",
                 *         "rule_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RuleOrder"];
            };
        };
        responses: {
            /** @description The order now in force */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rule_ids: string[];
                        ruleset_version: number;
                    };
                };
            };
        };
    };
    post_api_v1_rules_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "record_id": "rec_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *     }
                 */
                "application/json": components["schemas"]["RulesTestRequest"];
            };
        };
        responses: {
            /** @description What the rules would set, and each rule's outcome */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesTest"];
                };
            };
        };
    };
    get_api_v1_rules_overlaps: {
        parameters: {
            query?: {
                /** @description A rule that no record hit for so many days is dead; 90 where absent */
                days?: number;
                /** @description Findings listed of each kind; 200 where absent */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The findings, proven before suspected */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOverlaps"];
                };
            };
        };
    };
    get_api_v1_rules_export: {
        parameters: {
            query?: {
                /** @description `json` where absent */
                format?: "json" | "yaml";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document; its version is that of the whole set */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDocument"];
                    "application/yaml": components["schemas"]["RuleDocument"];
                };
            };
        };
    };
    post_api_v1_rules_import: {
        parameters: {
            query?: {
                /** @description The Content-Type decides; refused where it says otherwise */
                format?: "json" | "yaml";
                /** @description `true`: tell what would change, and change nothing */
                dry_run?: "true" | "false";
            };
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["RuleDocumentSent"];
                "application/yaml": components["schemas"]["RuleDocumentSent"];
            };
        };
        responses: {
            /** @description What changed */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesImport"];
                };
            };
        };
    };
    get_api_v1_rules_id_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every version of the rule */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleVersions"];
                };
            };
        };
    };
    get_api_v1_rules_suggestions: {
        parameters: {
            query?: {
                /** @description What the lower bound of each precision has to reach. The less it is, the fewer decisions it takes */
                precision_at_least?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suggestions, and what they were read from */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSuggestions"];
                };
            };
        };
    };
    post_api_v1_rules_suggestions_id_accept: {
        parameters: {
            query?: {
                /** @description What the lower bound of each precision has to reach. The less it is, the fewer decisions it takes */
                precision_at_least?: number;
            };
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    post_api_v1_rules_suggestions_id_dismiss: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not offered again */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_api_v1_rules_backtest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["BacktestRequest"];
            };
        };
        responses: {
            /** @description The back-test, which waits for its job */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backtest"];
                };
            };
        };
    };
    get_api_v1_rules_backtests: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of back-tests */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Backtest"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    get_api_v1_rules_backtests_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The back-test */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backtest"];
                };
            };
        };
    };
    get_api_v1_rules_backtests_id_changes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of records */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RecordDiff"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_rules_backtests_id_activate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "apply_to_history": true
                 *     }
                 */
                "application/json": components["schemas"]["Activation"];
            };
        };
        responses: {
            /** @description The rules now in force */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activated"];
                };
            };
        };
    };
    post_api_v1_rules_id_apply: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "from": "2026-01-01"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ApplyRule"];
            };
        };
        responses: {
            /** @description The run, which waits for its job */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleRun"];
                };
            };
        };
    };
    get_api_v1_rules_runs: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RuleRun"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    get_api_v1_rules_runs_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleRun"];
                };
            };
        };
    };
    get_api_v1_rules_runs_id_changes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of records */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RecordDiff"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_rules_runs_id_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run, which waits for its job */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleRun"];
                };
            };
        };
    };
    get_api_v1_rules_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    delete_api_v1_rules_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule is no longer tried */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_api_v1_rules_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": false
                 *     }
                 */
                "application/json": components["schemas"]["RuleChanges"];
            };
        };
        responses: {
            /** @description The rule as changed */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedRule"];
                };
            };
        };
    };
    get_api_v1_approvals: {
        parameters: {
            query?: {
                state?: "waiting" | "decided" | "withdrawn";
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of approvals, and how many wait in all */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApprovalWithRecord"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                        waiting: number;
                    };
                };
            };
        };
    };
    get_api_v1_approvals_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The approval with its record */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalWithRecord"];
                };
            };
        };
    };
    post_api_v1_approvals_claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "limit": 10,
                 *       "lease_seconds": 300
                 *     }
                 */
                "application/json": components["schemas"]["Claim"];
            };
        };
        responses: {
            /** @description What was claimed */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApprovalWithRecord"][];
                    };
                };
            };
        };
    };
    post_api_v1_approvals_id_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "verdict": "approve",
                 *       "note": "as last month"
                 *     }
                 */
                "application/json": components["schemas"]["Decide"];
            };
        };
        responses: {
            /** @description The approval as decided, and the rule that was made; of a dry run the approval as it is, and the draft */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"];
                };
            };
        };
    };
    post_api_v1_approvals_decide_many: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["DecideMany"];
            };
        };
        responses: {
            /** @description The approvals that were decided, and the others' problems */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedMany"];
                };
            };
        };
    };
    get_api_v1_quality: {
        parameters: {
            query?: {
                /** @description Decided from this instant on */
                from?: string;
                /** @description Decided before this instant */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quality"];
                };
            };
        };
    };
    get_api_v1_events: {
        parameters: {
            query?: {
                after?: number;
                type?: string[];
                /** @description `occurred_at` from this instant on */
                from?: string;
                /** @description `occurred_at` before this instant */
                to?: string;
                source_agent?: string;
                limit?: number;
                /** @description The same as `after`, as in other lists */
                cursor?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Event"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    get_api_v1_events_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it is whole; else the first wrong event and why */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                        seq: number;
                        hash: string;
                    } | {
                        /** @enum {boolean} */
                        ok: false;
                        seq: number;
                        why: string;
                    };
                };
            };
        };
    };
    get_api_v1_events_checkpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last event's number and hash */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
        };
    };
    get_api_v1_events_export: {
        parameters: {
            query?: {
                /** @description The last `seq` of an earlier export; 0 */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log from there on */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": {
                        checkpoint: components["schemas"]["Checkpoint"];
                    } | components["schemas"]["Event"];
                };
            };
        };
    };
    get_api_v1_dead_letters: {
        parameters: {
            query?: {
                queue?: "records:ingest" | "records:process" | "reports:generate" | "integrations:pull" | "notifications:deliver" | "billing:sync";
                error_class?: string;
                /** @description `died_at` from this instant on */
                died_from?: string;
                /** @description `died_at` before this instant */
                died_to?: string;
                /** @description `waiting`: not sent again yet */
                state?: "waiting" | "replayed" | "all";
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of dead letters */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DeadLetter"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    get_api_v1_dead_letters_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job that was given up, and why */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
        };
    };
    post_api_v1_dead_letters_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["Replay"];
            };
        };
        responses: {
            /** @description What was sent again, or would be */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Replayed"];
                };
            };
        };
    };
    get_api_v1_connections_manifests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Manifest"][];
                    };
                };
            };
        };
    };
    post_api_v1_connections_id_sync: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of the pull */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPull"];
                };
            };
        };
    };
    get_api_v1_connections_id_oauth_start: {
        parameters: {
            query?: {
                redirect_uri?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to send the person, and until when */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunAuthorisation"];
                };
            };
        };
    };
    get_api_v1_connections_oauth_callback: {
        parameters: {
            query: {
                state: string;
                code?: string;
                error?: string;
                iss?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection that is authorised now */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authorised"];
                };
            };
        };
    };
    post_api_v1_connections_id_oauth_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the source took note */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokedAuthorisation"];
                };
            };
        };
    };
    get_api_v1_connections: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of connections */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Connection"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_connections: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "webhook",
                 *       "name": "Card processor",
                 *       "settings": {
                 *         "scheme": "standard"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewConnection"];
            };
        };
        responses: {
            /** @description The connection */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedConnection"];
                };
            };
        };
    };
    get_api_v1_connections_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    patch_api_v1_connections_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Card processor (old)",
                 *       "archived": true
                 *     }
                 */
                "application/json": components["schemas"]["ConnectionChange"];
            };
        };
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    post_api_v1_connections_id_rotate_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["NewConnectionSecret"];
            };
        };
        responses: {
            /** @description The secret that was made; null where one was named */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionSecret"];
                };
            };
        };
    };
    get_api_v1_connections_id_health: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the connection does */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionHealth"];
                };
            };
        };
    };
    post_api_v1_connections_id_pause: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_api_v1_connections_id_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_v1_connections_id_mappings: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of mappings */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Mapping"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_connections_id_mappings: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expression": "$"
                 *     }
                 */
                "application/json": components["schemas"]["NewMapping"];
            };
        };
        responses: {
            /** @description The mapping */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mapping"];
                };
            };
        };
    };
    post_api_v1_connections_id_mappings_try: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expression": "{ \"external_id\": id, \"description\": memo }",
                 *       "payload": {
                 *         "id": "tx-1",
                 *         "memo": "Timber yard"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MappingTrial"];
            };
        };
        responses: {
            /** @description What the mapping made */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedMapping"];
                };
            };
        };
    };
    post_api_v1_connections_id_remap_compare: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expression": "{ \"external_id\": id, \"description\": memo }"
                 *     }
                 */
                "application/json": components["schemas"]["MappingComparison"];
            };
        };
        responses: {
            /** @description A page of payloads */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ComparedPayload"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_connections_id_remap: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of the mapping that a job applies */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedRemap"];
                };
            };
        };
    };
    get_api_v1_payloads: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
                connection_id?: string;
                state?: "waiting" | "taken_in" | "failed" | "conflict";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of payloads, without their bodies */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Payload"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    get_api_v1_payloads_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payload and its body */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayloadInFull"];
                };
            };
        };
    };
    post_api_v1_payloads_id_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payload"];
                };
            };
        };
    };
    post_api_v1_connections_id_replay_failed: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many wait now */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedPayloads"];
                };
            };
        };
    };
    get_api_v1_notifications_endpoints: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoints */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NotificationEndpoint"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_notifications_endpoints: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["NewNotificationEndpoint"];
            };
        };
        responses: {
            /** @description The endpoint and its secret */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationEndpointWithSecret"];
                };
            };
        };
    };
    get_api_v1_notifications_endpoints_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationEndpoint"];
                };
            };
        };
    };
    delete_api_v1_notifications_endpoints_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It gets nothing any more */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_api_v1_notifications_endpoints_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                "application/json": components["schemas"]["NotificationEndpointChange"];
            };
        };
        responses: {
            /** @description The endpoint as it is now */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationEndpoint"];
                };
            };
        };
    };
    post_api_v1_notifications_endpoints_id_rotate_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap_s": 3600
                 *     }
                 */
                "application/json": components["schemas"]["SecretRotation"];
            };
        };
        responses: {
            /** @description The endpoint and its new secret */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationEndpointWithSecret"];
                };
            };
        };
    };
    post_api_v1_notifications_endpoints_id_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be sent */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_v1_notifications_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the member who asks is told */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePreferences"];
                };
            };
        };
    };
    put_api_v1_notifications_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "modes": {
                 *         "limit_near": "off",
                 *         "review_queue_old": "immediate"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewNoticePreferences"];
            };
        };
        responses: {
            /** @description What the member is told now */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePreferences"];
                };
            };
        };
    };
    get_api_v1_notifications_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
        };
    };
    put_api_v1_notifications_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "digest_hour": 7,
                 *       "review_queue_days": 3
                 *     }
                 */
                "application/json": components["schemas"]["NewNotificationSettings"];
            };
        };
        responses: {
            /** @description The settings as they are now */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
        };
    };
    get_api_v1_notifications_notices: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notices */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Notice"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    get_api_v1_notifications_deliveries: {
        parameters: {
            query?: {
                status?: "pending" | "delivered" | "failed" | "skipped";
                endpoint?: string;
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NoticeDelivery"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_notifications_deliveries_id_redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, which waits again */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeDelivery"];
                };
            };
        };
    };
    get_api_v1_members: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Member"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_members: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@example.com",
                 *       "name": "Ann Archer",
                 *       "role": "reviewer"
                 *     }
                 */
                "application/json": components["schemas"]["NewMember"];
            };
        };
        responses: {
            /** @description The member */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    delete_api_v1_members_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member has left */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_api_v1_members_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "admin"
                 *     }
                 */
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            /** @description The member as changed */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    get_api_v1_members_id_data: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member and a page of events */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberData"];
                };
            };
        };
    };
    delete_api_v1_members_id_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member is signed out everywhere */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_v1_invitations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invitations */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Invitation"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_invitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "bo@example.com",
                 *       "role": "reviewer"
                 *     }
                 */
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The invitation, its code and its link */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitationWithCode"];
                };
            };
        };
    };
    delete_api_v1_invitations_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its code lets nobody in any more */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_v1_api_keys: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_api_keys: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description The key and its secret */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyWithSecret"];
                };
            };
        };
    };
    post_api_v1_api_keys_id_rotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap_s": 3600
                 *     }
                 */
                "application/json": components["schemas"]["Rotation"];
            };
        };
        responses: {
            /** @description The new key and its secret */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyWithSecret"];
                };
            };
        };
    };
    delete_api_v1_api_keys_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key opens nothing any more */
            204: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_v1_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
        };
    };
    delete_api_v1_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "confirm": "Foxglove Joinery"
                 *     }
                 */
                "application/json": components["schemas"]["TenantErasure"];
            };
        };
        responses: {
            /** @description The tenant's id, for whoever asks later */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantErased"];
                };
            };
        };
    };
    patch_api_v1_tenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen; a changed one answers 412 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "target_precision": 0.98
                 *     }
                 */
                "application/json": components["schemas"]["TenantChange"];
            };
        };
        responses: {
            /** @description The tenant as changed */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description The version shown */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
        };
    };
    get_api_v1_tenant_llm_usage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This month with its limits, and the twelve before it */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LlmUsage"];
                };
            };
        };
    };
    get_api_v1_billing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description State, plan and usage */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Billing"];
                };
            };
        };
    };
    post_api_v1_billing_checkout: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. It goes on to the payment provider, which answers a repeat with the same key and body with the first page for a day, if it knows keys. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plan": "team",
                 *       "interval": "month"
                 *     }
                 */
                "application/json": components["schemas"]["Checkout"];
            };
        };
        responses: {
            /** @description Where to pay */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutPage"];
                };
            };
        };
    };
    post_api_v1_billing_portal: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. It goes on to the payment provider, which answers a repeat with the same key and body with the first page for a day, if it knows keys. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Portal"];
            };
        };
        responses: {
            /** @description Where to change it */
            201: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalPage"];
                };
            };
        };
    };
    post_api_v1_billing_sync: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be asked */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_v1_billing_invoices: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invoices */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Invoice"][];
                        /** @description Pass it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    post_api_v1_privacy_subjects_find: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "terms": [
                 *         "Jane Roe",
                 *         "jane.roe@example.com"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["FindSubject"];
            };
        };
        responses: {
            /** @description Where the person is mentioned */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectFound"];
                };
            };
        };
    };
    post_api_v1_privacy_erasures: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 visible ASCII characters. A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "record_ids": [
                 *         "rec_01kx2m6v9dfk3tqz8w5y7r4b1c"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Erasure"];
            };
        };
        responses: {
            /** @description What will be erased */
            202: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    /** @description `true` when this is the answer of an earlier request */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureRequested"];
                };
            };
        };
    };
    get_api_events: {
        parameters: {
            query?: {
                after?: number;
                type?: string[];
                /** @description `occurred_at` from this instant on */
                from?: string;
                /** @description `occurred_at` before this instant */
                to?: string;
                source_agent?: string;
                limit?: number;
                /** @description The same as `after`, as in other lists */
                cursor?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Event"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    get_api_events_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it is whole; else the first wrong event and why */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                        seq: number;
                        hash: string;
                    } | {
                        /** @enum {boolean} */
                        ok: false;
                        seq: number;
                        why: string;
                    };
                };
            };
        };
    };
    get_api_events_checkpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last event's number and hash */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
        };
    };
    get_api_events_export: {
        parameters: {
            query?: {
                /** @description The last `seq` of an earlier export; 0 */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log from there on */
            200: {
                headers: {
                    /** @description Names the request in the log */
                    "X-Request-Id"?: string;
                    /** @description The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds */
                    "RateLimit-Policy"?: string;
                    /** @description How they stand: `"key";r=5999;t=60` are left for so long */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": {
                        checkpoint: components["schemas"]["Checkpoint"];
                    } | components["schemas"]["Event"];
                };
            };
        };
    };
}
