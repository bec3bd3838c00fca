/** Puts the service together and starts it: the only place here that knows all others. */
package hallmonitor.moderation.pipeline.wiring;
