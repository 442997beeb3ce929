"""The records are not Python, and the public names are found when first used: PyInstaller sees neither by itself."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

datas = collect_data_files("korea_nato")
hiddenimports = collect_submodules("korea_nato")
