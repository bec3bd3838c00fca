package hallmonitor.moderation.console.access;

import hallmonitor.messaging.http.ClientNetwork;

/**
 * Where an attempt comes from, as it is counted.
 *
 * @param key in the database
 * @param isStranger whether nothing shows that the person was here before
 */
record AttemptSource(String key, boolean isStranger) {
  /** Anyone who knows the password and tries recovery codes. */
  static final AttemptSource RECOVERY = new AttemptSource("recovery", false);

  /** A network that people sign in from; see {@link ClientNetwork}. */
  static AttemptSource network(String network) {
    return new AttemptSource("network " + network, true);
  }

  /** A device that the person signed in on before. */
  static AttemptSource device(KnownDevice device) {
    return new AttemptSource("device " + device.id(), false);
  }

  /** A person who is signed in and is asked for the password again. */
  static AttemptSource session(Session session) {
    return new AttemptSource("session " + session.id(), false);
  }
}
