package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.moderation.store.archive.HourlyLimit;
import hallmonitor.moderation.store.archive.PictureRoom;

/**
 * How pictures are read.
 *
 * @param fetch whether this server fetches pictures that evidence does not keep
 * @param hourly how much it fetches for that
 * @param total bytes that pictures may take in the archive
 * @param largest bytes of one picture
 * @param unreadForPeople whether a person must look at a picture that cannot be read
 */
public record ReadingSettings(
    boolean fetch, HourlyLimit hourly, long total, long largest, boolean unreadForPeople) {
  PictureRoom room() {
    return new PictureRoom(total, largest);
  }
}
