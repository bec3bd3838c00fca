/** The register of accounts: who asked for one, who answers for it, and what people saw there. */
package hallmonitor.moderation.store.register;
