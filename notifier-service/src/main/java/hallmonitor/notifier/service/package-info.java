/** The notifier inside Quarkus: settings, start and stop, health. */
package hallmonitor.notifier.service;
