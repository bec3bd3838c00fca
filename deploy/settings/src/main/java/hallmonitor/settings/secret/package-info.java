/** The secrets of services and tools: one reader of the environment and the secrets folder. */
package hallmonitor.settings.secret;
