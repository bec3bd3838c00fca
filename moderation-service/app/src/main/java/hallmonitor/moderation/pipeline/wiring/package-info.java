/** Wires and starts the service: the only package here that knows all others. */
package hallmonitor.moderation.pipeline.wiring;
