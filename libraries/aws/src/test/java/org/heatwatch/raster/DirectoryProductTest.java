package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heatwatch.errors.ProductMissing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders with one product, as people copy them. */
final class DirectoryProductTest {
    private static final String ID = "LC09_L1TP_116034_20251027_20251027_02_T1";

    @TempDir
    private Path folder;

    private void put(String name) throws IOException {
        Files.writeString(folder.resolve(name), "GROUP = METADATA");
    }

    @Test
    void hiddenCompanionsOfMacOsAreNoProduct() throws IOException {
        for (String file : new String[] {"_MTL.txt", "_MTL.json", "_B10.TIF"}) {
            put(ID + file);
            put("._" + ID + file);
        }

        assertThat(DirectoryProduct.in(folder).name()).isEqualTo(ID);
    }

    @Test
    void aFolderWithHiddenFilesOnlyHasNoProduct() throws IOException {
        put("._" + ID + "_MTL.txt");

        assertThatThrownBy(() -> DirectoryProduct.in(folder))
                .isInstanceOf(ProductMissing.class)
                .hasMessageContaining("holds no product");
    }

    @Test
    void twoProductsInAFolderAreRefused() throws IOException {
        put(ID + "_MTL.txt");
        put(ID.replace("20251027", "20251104") + "_MTL.txt");

        assertThatThrownBy(() -> DirectoryProduct.in(folder)).hasMessageContaining("holds 2 products");
    }
}
