package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.moderation.store.archive.HourlyLimit;

/**
 * How videos are fetched.
 *
 * @param hourly how many and how much, beside the pictures
 * @param largest bytes of one video
 */
public record VideoSettings(HourlyLimit hourly, long largest) {}
