import { Button, DropZone, FileTrigger, Text, isFileDropItem } from 'react-aria-components';

interface Props {
  label: string;
  hint: string;
  accept: string[];
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** A place to drop one file, or to choose it. */
export function FilePick({ label, hint, accept, disabled, onFile }: Props) {
  return (
    <DropZone
      className="drop"
      isDisabled={disabled}
      onDrop={async (event) => {
        const item = event.items.find(isFileDropItem);
        if (item) onFile(await item.getFile());
      }}
    >
      <Text slot="label">{hint}</Text>
      <FileTrigger
        acceptedFileTypes={accept}
        onSelect={(files) => {
          const file = files?.item(0);
          if (file) onFile(file);
        }}
      >
        <Button isDisabled={disabled}>{label}</Button>
      </FileTrigger>
    </DropZone>
  );
}
