/** The register of accounts: its list, its forms, its file, and the mails about what is missing. */
package hallmonitor.moderation.console.register;
