package org.heatwatch.fuzz;

import java.nio.charset.StandardCharsets;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.intake.Notification;
import org.heatwatch.intake.NotificationReader;
import org.heatwatch.intake.NotificationResult;

/** Bodies of messages about new products. */
public final class NotificationFuzz {
    private NotificationFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            for (Notification notification : new NotificationReader("usgs-landsat", _ -> true).read(text)) {
                if (notification instanceof NotificationResult.Refused(var why)) {
                    FuzzResult.requirePrintable(why);
                }
            }
        } catch (HeatWatchException e) {
            FuzzResult.requirePrintable(e);
        }
    }
}
