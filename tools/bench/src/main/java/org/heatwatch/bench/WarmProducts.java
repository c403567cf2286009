package org.heatwatch.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.heatwatch.aws.AwsClients;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.intake.Archive;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.score.SceneMeasurer;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Measures the facilities of a site in one product after the other, in a process that is already running, as a function
 * does. Reads ids of products from the standard input and prints a line of JSON for each: the seconds to read the
 * product from the archive and clip it, and those until the excess of each facility is known.
 */
public final class WarmProducts {
    private static final double NANOSECONDS = 1e9;

    private WarmProducts() {}

    /**
     * Measures the products whose ids are read.
     *
     * @param arguments endpoint of S3, bucket, file of the site
     */
    public static void main(String[] arguments) throws Exception {
        Site site = SiteFile.read(Path.of(arguments[2]));
        try (S3Client client = AwsClients.s3(
                URI.create(arguments[0]), DefaultCredentialsProvider.builder().build())) {
            Archive archive = new S3Archive(client, arguments[1]);
            BufferedReader ids = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String id = ids.readLine(); id != null; id = ids.readLine()) {
                long start = System.nanoTime();
                Clip clip = Product.open(archive.open(ProductId.parse(id))).clip(site);
                double read = (System.nanoTime() - start) / NANOSECONDS;
                int facilities =
                        SceneMeasurer.measure(clip, site).observations().size();
                System.out.println(String.format(
                        Locale.ROOT,
                        "{\"product\": \"%s\", \"seconds\": %.4f, \"read\": %.4f, \"facilities\": %d}",
                        id,
                        (System.nanoTime() - start) / NANOSECONDS,
                        read,
                        facilities));
                System.out.flush();
            }
        }
    }
}
