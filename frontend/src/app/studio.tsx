import { createRoot } from 'react-dom/client';
import { StudioPage } from './StudioPage';

createRoot(document.getElementById('root')!).render(<StudioPage />);
