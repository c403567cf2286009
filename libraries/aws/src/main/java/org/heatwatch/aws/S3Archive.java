package org.heatwatch.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.digest.Sha256;
import org.heatwatch.errors.BadNotification;
import org.heatwatch.intake.Archive;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.OtherProduct;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ProductName;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.RequestPayer;

/** The Landsat archive in S3, a requester-pays bucket. */
public final class S3Archive implements Archive {
    /** Bucket of USGS. */
    public static final String LANDSAT_BUCKET = "usgs-landsat";

    private static final int LEVELS = 2;
    private static final int VERSION_LENGTH = 16;

    private final S3Client client;
    private final String bucket;
    private final ReadLimits limits;

    /** Does not close the client, whose time limits it has: they fit into the time-outs of functions. */
    public S3Archive(S3Client client, String bucket) {
        this(client, bucket, ReadLimits.OF_CLIENT);
    }

    private S3Archive(S3Client client, String bucket, ReadLimits limits) {
        this.client = client;
        this.bucket = bucket;
        this.limits = limits;
    }

    /**
     * An archive that is read over a line of unknown speed, by a process without a time-out: the time limits of reads
     * grow with the number of their bytes. Does not close the client.
     */
    public static S3Archive overThinLine(S3Client client, String bucket) {
        return new S3Archive(client, bucket, ReadLimits.BY_LENGTH);
    }

    @Override
    public ProductFiles open(ProductId product) {
        return new S3Product(client, bucket, product, limits);
    }

    /** Makes one listing per processing level, of the product folders of the satellite, scene and year. */
    @Override
    public List<ProductId> list(Acquisition acquisition) {
        return list(
                        acquisition.satellite(),
                        acquisition.scene(),
                        acquisition.date().getYear())
                .stream()
                .filter(product -> product.acquisition().equals(acquisition))
                .toList();
    }

    @Override
    public List<ProductId> list(Satellite satellite, WrsScene scene, int year) {
        List<ProductId> products = new ArrayList<>();
        for (int level = 1; level <= LEVELS; level++) {
            String folder = "collection02/level-%d/standard/oli-tirs/%d/%s/%s/"
                    .formatted(level, year, scene.pathText(), scene.rowText());
            products.addAll(list(folder + satellite.code() + "_"));
        }
        return List.copyOf(products);
    }

    private List<ProductId> list(String prefix) {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .delimiter("/")
                .requestPayer(RequestPayer.REQUESTER)
                .build();
        try {
            return client.listObjectsV2Paginator(request).commonPrefixes().stream()
                    .map(CommonPrefix::prefix)
                    .flatMap(folder -> product(folder).stream())
                    .toList();
        } catch (SdkException e) {
            throw AwsErrors.of("listing of s3://" + bucket + "/" + prefix, e);
        }
    }

    /** Digest of the names, sizes, ETags and times of the files; makes one listing. */
    @Override
    public Optional<String> version(ProductId product) {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(product.keyPrefix())
                .requestPayer(RequestPayer.REQUESTER)
                .build();
        try {
            String files = client.listObjectsV2Paginator(request).contents().stream()
                    .map(file -> "%s %d %s %s".formatted(file.key(), file.size(), file.eTag(), file.lastModified()))
                    .sorted()
                    .collect(Collectors.joining("\n"));
            return files.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Sha256.hex(files.getBytes(StandardCharsets.UTF_8)).substring(0, VERSION_LENGTH));
        } catch (SdkException e) {
            throw AwsErrors.of("listing of s3://" + bucket + "/" + product.keyPrefix(), e);
        }
    }

    private static List<ProductId> product(String folder) {
        String[] segments = folder.split("/", -1);
        try {
            return switch (ProductName.parse(segments[segments.length - 2])) {
                case ProductId product -> List.of(product);
                case OtherProduct _ -> List.of();
            };
        } catch (BadNotification e) {
            // Not the folder of a product.
            return List.of();
        }
    }
}
